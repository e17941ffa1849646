// One board as the element first shows it: opened, filled, read, laid out and painted in every view, width and
// direction. What follows the first picture (a choice, a poll, the next day) is played by `reader.mjs`.

const SCENES = ['map', 'scorecard'].flatMap((view) =>
  [480, 860, 1240].flatMap((width) => ['ltr', 'rtl'].map((direction) => ({ view, width, direction }))),
);

const PALETTE = {
  paper: '#ffffff',
  raised: '#ffffff',
  ink: '#1b1b1b',
  second: '#555555',
  rule: '#d0d0d0',
  accent: '#0b5cad',
  onTrack: '#1f7a4d',
  atRisk: '#b25e00',
  offTrack: '#b3261e',
  cannotTell: '#5b5b8c',
  stale: '#6b6b6b',
  noData: '#6b6b6b',
};

/** A context that takes every call, keeps what is set, and measures each letter alike. */
export function canvas() {
  const measure = (text) => ({ width: text.length * 6, actualBoundingBoxAscent: 9, actualBoundingBoxDescent: 3 });
  const kept = { measureText: measure };
  // It is a context and no canvas: it has no context of its own.
  return new Proxy(kept, { get: (own, name) => own[name] ?? (name === 'getContext' ? undefined : () => undefined) });
}

/** Everything of a plan that has an id and stands in its tree, and its KPIs. */
export const nodesOf = (plan) => [
  ...[plan.companyMission, plan.vision, plan.mission].filter(Boolean),
  ...(plan.goals ?? []),
  ...(plan.strategies ?? []),
  ...(plan.actions ?? []),
];
export const kpisOf = (plan) => nodesOf(plan).flatMap((node) => node.kpis ?? []);

/** What the element reads of a board, in its words. */
export function modelOf({ Model }, board, plan) {
  const computed = {
    scores: board.scores(),
    alignment: board.alignment(),
    findings: board.findings(),
  };
  return new Model(plan, computed);
}

/** Everything that is shown of a board, in every scene. */
export function show(page, board, plan, choices) {
  const words = page.labels(modelOf(page, board, plan), page.messagesFor('en'));
  for (const scene of SCENES) {
    for (const chosen of choices) {
      const options = { ...scene, ratio: 2, font: 'system-ui', palette: PALETTE, labels: words, ...chosen };
      board.layout(options, canvas());
      board.draw(canvas(), options);
    }
  }
}

export function play(page, { plan, asOf, snapshot }) {
  const board = page.Board.openSync(plan, { asOf });
  if (snapshot !== undefined) board.load(snapshot, { replace: true });
  show(page, board, plan, [{}, { focus: plan.actions?.[0]?.id }]);
}
