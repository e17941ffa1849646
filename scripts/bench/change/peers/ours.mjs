// Ours: a record by the published API, which also tells status, coverage, bounds, both channels and who changed.
import { Board } from 'throughline';
import { plan } from '../tree.mjs';

export function open(tree) {
  const board = Board.openSync(plan(tree), { asOf: '2026-11-20' });
  const record = (leaf, value) => ({ kpi: `k${leaf}`, at: '2026-11-02', value });
  let day = 0;
  return {
    set: (leaf, value) => board.record([record(leaf, value)]),
    batch: (leaves, values) => board.record(leaves.map((leaf, at) => record(leaf, values[at]))),
    // Another day scores everything again.
    full: () => {
      day = 1 - day;
      board.setAsOf(day ? '2026-11-21' : '2026-11-20');
    },
    score: () => board.scores().nodes.find(({ id }) => id === 'n0').score,
    free: () => board.free(),
  };
}
