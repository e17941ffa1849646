// MobX: a computed value a node, kept by a reaction on the mission.
import { autorun, computed, configure, observable, runInAction } from 'mobx';

configure({ enforceActions: 'never' });
const score = (value) => Math.min(1, Math.max(0, value / 100));

export function open({ nodes, parent, weight, firstLeaf, value }) {
  const children = Array.from({ length: nodes }, () => []);
  for (let node = 1; node < nodes; node += 1) children[parent[node]].push(node);
  const values = Array.from(value, (each) => observable.box(each));
  const means = [];
  const mean = (node) => {
    if (node >= firstLeaf) return score(values[node - firstLeaf].get());
    let [sum, weights] = [0, 0];
    for (const child of children[node]) {
      sum += weight[child] * means[child].get();
      weights += weight[child];
    }
    return sum / weights;
  };
  for (let node = 0; node < nodes; node += 1) means.push(computed(() => mean(node)));
  let last = 0;
  const stop = autorun(() => {
    last = means[0].get();
  });
  return {
    set: (leaf, next) => values[leaf].set(next),
    batch: (leaves, next) =>
      runInAction(() => {
        for (const [place, leaf] of leaves.entries()) values[leaf].set(next[place]);
      }),
    score: () => last,
    free: stop,
  };
}
