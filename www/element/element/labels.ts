/** Every string of a picture, resolved: the painter decides nothing and knows no language. */
import type { KpiLabel, Labels, NodeLabel } from '../drawing.js';
import type { Catalog } from '../messages/catalog.js';
import type { KpiView, Model, NodeView } from '../model.js';
import {
  actionProgress,
  freshness,
  kindWord,
  kpiChange,
  kpiTarget,
  kpiValue,
  nodeNote,
  nodeNumber,
} from './figures.js';

const LEVELS = ['company-mission', 'mission', 'vision', 'goal', 'strategy', 'action'];
const HEADS = ['kpi', 'value', 'target', 'progress', 'trend', 'status'];

export function labels(model: Model, words: Catalog): Labels {
  const kpis = [...model.kpis.values()].map((kpi) => [kpi.id, kpiLabel(words, kpi)] as const);
  return {
    nodes: Object.fromEntries([...model.nodes.values()].map((node) => [node.id, nodeLabel(words, node)])),
    kpis: Object.fromEntries(kpis),
    bands: Object.fromEntries([
      ...LEVELS.map((level) => [level, words.text(`level.${level}`)]),
      ...(model.plan.perspectives ?? []).map((band) => [band.id, band.title]),
    ]),
    words: Object.fromEntries([
      ['no-path', words.text('map.no-path')],
      ...HEADS.map((head) => [`column-${head}`, words.text(`table.${head}`)]),
    ]),
  };
}

function kpiLabel(words: Catalog, kpi: KpiView): KpiLabel {
  const [change, age] = [kpiChange(words, kpi), freshness(words, kpi)];
  const unknown = kpi.score !== undefined && kpi.score.value === undefined;
  return {
    title: kpi.title,
    value: unknown ? words.text('value.dash') : kpiValue(words, kpi),
    target: kpiTarget(words, kpi),
    status: kpi.score === undefined ? '' : words.text(`status.${kpi.score.status}`),
    note: change === '' ? age : words.text('value.note', { change, freshness: age }),
  };
}

function nodeLabel(words: Catalog, node: NodeView): NodeLabel {
  const number = nodeNumber(words, node);
  const share = node.score?.contribution;
  return {
    title: node.title,
    note: nodeNote(words, node),
    status: node.score === undefined ? '' : words.text(`status.${node.score.status}`),
    ...(number === undefined ? {} : { number: number.number, unit: number.unit }),
    ...(share === undefined ? {} : { share: words.text('card.share', { share }) }),
  };
}

/** What a card is called by a screen reader: kind, title, status, number, in one sentence. */
export function cardName(words: Catalog, node: NodeView, shared = false): string {
  const number = nodeNumber(words, node);
  return words.text('tree.item', {
    kind: kindWord(words, node),
    title: node.title,
    shared,
    stated: node.score !== undefined,
    status: node.score === undefined ? '' : words.text(`status-in.${node.score.status}`),
    score: number === undefined ? -1 : (actionProgress(node) ?? node.score?.score ?? -1),
    owners: node.owners.map((owner) => owner.name),
    owned: node.owners.length,
  });
}

/** What a KPI's row is called: title, value, target, status and age, in one sentence. */
export function kpiName(words: Catalog, kpi: KpiView): string {
  return words.text('scorecard.item', {
    title: kpi.title,
    value: kpiValue(words, kpi),
    target: kpiTarget(words, kpi),
    status: kpi.score === undefined ? '' : words.text(`status-in.${kpi.score.status}`),
    stated: kpi.score !== undefined,
    freshness: freshness(words, kpi),
  });
}
