// Preact's signals: a computed value a node.
import { batch, computed, signal } from '@preact/signals-core';

const score = (value) => Math.min(1, Math.max(0, value / 100));

export function open({ nodes, parent, weight, firstLeaf, value }) {
  const children = Array.from({ length: nodes }, () => []);
  for (let node = 1; node < nodes; node += 1) children[parent[node]].push(node);
  const values = Array.from(value, (each) => signal(each));
  const means = [];
  const mean = (node) => {
    if (node >= firstLeaf) return score(values[node - firstLeaf].value);
    let [sum, weights] = [0, 0];
    for (const child of children[node]) {
      sum += weight[child] * means[child].value;
      weights += weight[child];
    }
    return sum / weights;
  };
  for (let node = 0; node < nodes; node += 1) means.push(computed(() => mean(node)));
  const top = () => means[0].value;
  top();
  return {
    set: (leaf, next) => {
      values[leaf].value = next;
      top();
    },
    batch: (leaves, next) => {
      batch(() => {
        for (const [place, leaf] of leaves.entries()) values[leaf].value = next[place];
      });
      top();
    },
    score: top,
  };
}
