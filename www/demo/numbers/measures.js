/** What can be measured of the roles that columns play: the mapping follows when a role is given to another column. */

/** Measures that follow from a case's own times. */
const TIMED = [
  { measure: { id: 'resolution', kpi: 'resolution-time' }, needs: ['created', 'resolved'] },
  { measure: { id: 'reply', kpi: 'first-reply-time' }, needs: ['created', 'firstReply'] },
  { measure: { id: 'promise', kpi: 'sla-compliance' }, needs: ['created', 'resolved', 'due'] },
];

/** Measures of one column of answers. */
const ANSWERED = {
  rating: { id: 'rating', kpi: 'csat', scale: 5 },
  recommend: { id: 'recommend', kpi: 'nps' },
};

/** The measure of these answers. */
export function answered(mapping, role) {
  return mapping.measures.find(({ kpi, column }) => kpi === ANSWERED[role].kpi && column !== undefined);
}

/** The same mapping with the answers in another column, or without them. */
export function withAnswers(mapping, role, column) {
  const known = answered(mapping, role);
  const others = mapping.measures.filter((measure) => measure !== known);
  if (column === '') return { ...mapping, measures: others };
  // The words of a scale belong to the column they were found in.
  const { words: _words, ...kept } = known ?? ANSWERED[role];
  return { ...mapping, measures: [...others, { ...kept, column }] };
}

/** The same mapping with what its times can be measured by, and nothing that lacks one of them. */
export function withTimes(mapping) {
  if (mapping.events !== undefined) return mapping;
  const has = (name) => mapping.columns?.[name] !== undefined;
  const possible = TIMED.filter(({ needs }) => needs.every(has)).map(({ measure }) => measure);
  const timed = new Set(TIMED.map(({ measure }) => measure.kpi));
  // A limit counts from the creation: it needs no column of what was promised.
  const stays = ({ kpi, limit }) =>
    !timed.has(kpi) || possible.some((one) => one.kpi === kpi) || (limit !== undefined && has('created'));
  const kept = mapping.measures.filter(stays);
  const measures = [...kept, ...possible.filter(({ kpi }) => kept.every((one) => one.kpi !== kpi))];
  return { ...mapping, measures };
}

/** A log of events in place of a table of cases, or the other way round. */
export function asLog(mapping, log) {
  const { events, columns, id, ...rest } = mapping;
  const others = mapping.measures.filter(({ kpi }) => !TIMED.some(({ measure }) => measure.kpi === kpi));
  if (log) {
    const measures = [...others, TIMED[0].measure];
    return { ...rest, events: { case: id ?? '', time: columns?.created ?? columns?.answered ?? '' }, measures };
  }
  return withTimes({ ...rest, id: events?.case, columns: { created: events?.time }, measures: others });
}
