/** Limits of lengths of time: within them cases are to end, and just within them they may pile up. */

const WORDS = { 'resolution-time': 'To be resolved within (h)', 'first-reply-time': 'To be answered within (h)' };
const HOUR = 3600;

/** For each measure that may have a limit its words, its value in hours, and the mapping with another one. */
export function limits(mapping) {
  const timed = mapping.measures.filter(({ kpi }) => kpi in WORDS);
  return timed.map((measure) => ({
    name: `limit-${measure.id}`,
    words: WORDS[measure.kpi],
    hours: measure.limit === undefined ? '' : String(measure.limit / HOUR),
    changed: (value) => {
      const { limit: _before, ...rest } = measure;
      const one = value === '' ? rest : { ...rest, limit: Number(value) * HOUR };
      return { ...mapping, measures: mapping.measures.map((each) => (each === measure ? one : each)) };
    },
  }));
}
