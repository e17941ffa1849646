// A tree of 100,000 nodes (or fewer): a mission, goals, strategies in two levels, actions with a KPI each from 0 to 100.
const LEVELS = { 100000: [1, 20, 400, 8000, 91_579], 10000: [1, 20, 100, 800, 9079] };

/** A number that looks like chance and never is. */
export const at = (seed, below) => ((seed * 2_654_435_761) >>> 0) % below;

/** For each node its parent and weight; the leaves are the last ones, each with a value. */
export function tree(size) {
  const levels = LEVELS[size];
  const first = levels.map((_, level) => levels.slice(0, level).reduce((sum, count) => sum + count, 0));
  const nodes = levels.reduce((sum, count) => sum + count, 0);
  const parent = new Int32Array(nodes).fill(-1);
  const weight = new Float64Array(nodes).fill(1);
  for (let level = 1; level < levels.length; level += 1) {
    for (let which = 0; which < levels[level]; which += 1) {
      parent[first[level] + which] = first[level - 1] + (which % levels[level - 1]);
      weight[first[level] + which] = 1 + (which % 3);
    }
  }
  const leaves = levels.at(-1);
  const value = Float64Array.from({ length: leaves }, (_, leaf) => at(leaf, 101));
  return { nodes, parent, weight, leaves, firstLeaf: first.at(-1), first, value };
}

/** The same as a plan. */
export function plan({ nodes, parent, weight, firstLeaf, first, value }) {
  const lists = ['goals', 'strategies', 'strategies', 'actions'];
  const made = { version: 1, title: 'Bench', period: 'day', mission: { id: 'n0', title: 'Help' } };
  for (let node = 1; node < nodes; node += 1) {
    const list = lists[first.findLastIndex((from) => from <= node) - 1];
    made[list] ??= [];
    const one = { id: `n${node}`, title: `n${node}`, serves: [{ to: `n${parent[node]}`, weight: weight[node] }] };
    if (node >= firstLeaf) {
      const leaf = node - firstLeaf;
      const values = [{ at: '2026-11-01', value: value[leaf] }];
      one.kpis = [{ id: `k${leaf}`, title: `k${leaf}`, baseline: 0, target: 100, values }];
    }
    made[list].push(one);
  }
  return made;
}
