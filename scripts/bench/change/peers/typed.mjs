// By hand: typed arrays, and sums that are carried up. The weighted mean alone: no status, coverage, bounds or change.
const score = (value) => Math.min(1, Math.max(0, value / 100));

export function open({ nodes, parent, weight, firstLeaf, value }) {
  const [sum, weights, mean] = [new Float64Array(nodes), new Float64Array(nodes), new Float64Array(nodes)];
  const full = () => {
    sum.fill(0);
    weights.fill(0);
    for (let node = nodes - 1; node >= 0; node -= 1) {
      mean[node] = node >= firstLeaf ? score(value[node - firstLeaf]) : sum[node] / weights[node];
      if (node === 0) break;
      sum[parent[node]] += weight[node] * mean[node];
      weights[parent[node]] += weight[node];
    }
  };
  const set = (leaf, next) => {
    value[leaf] = next;
    let node = firstLeaf + leaf;
    let now = score(next);
    for (;;) {
      const by = now - mean[node];
      mean[node] = now;
      const above = parent[node];
      if (above < 0 || by === 0) return;
      sum[above] += weight[node] * by;
      now = sum[above] / weights[above];
      node = above;
    }
  };
  full();
  const batch = (leaves, values) => {
    for (const [place, leaf] of leaves.entries()) set(leaf, values[place]);
  };
  return {
    set,
    batch,
    full,
    score: () => mean[0],
  };
}
