/** The plan and what the board says of it, looked up by id: what every view and sentence reads. */
import type { Alignment, Finding, Kind, Kpi, KpiScore, NodeScore, Plan, PlanNode, Scores } from './types.js';

export interface Owner {
  readonly name: string;
  readonly team: string | undefined;
  /** Answers for it; others take part. */
  readonly accountable: boolean;
  readonly outside: boolean;
  readonly commitment: string | undefined;
}

export interface NodeView {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly plan: PlanNode;
  readonly owners: readonly Owner[];
  readonly parents: readonly string[];
  readonly children: readonly NodeView[];
  readonly kpis: readonly KpiView[];
  /** Absent where nothing could be computed. */
  readonly score: NodeScore | undefined;
}

export interface KpiView {
  readonly id: string;
  readonly title: string;
  readonly node: string;
  readonly plan: Kpi;
  readonly score: KpiScore | undefined;
  /** The day it is read on. */
  readonly asOf: string | undefined;
}

export interface Computed {
  scores: Scores;
  alignment: Alignment;
  findings: readonly Finding[];
}

type Growing = NodeView & { children: NodeView[] };

const WORST = [
  'off-track',
  'not-met',
  'at-risk',
  'stale',
  'cannot-tell',
  'no-data',
  'not-started',
  'met',
  'on-track',
  'done',
];

/** 0 for the worst status; what has none comes last. */
export function rank(status: string | undefined): number {
  const place = WORST.indexOf(status ?? '');
  return place < 0 ? WORST.length : place;
}

export class Model {
  readonly plan: Plan;
  readonly computed: Computed | undefined;
  readonly nodes: ReadonlyMap<string, NodeView>;
  readonly kpis: ReadonlyMap<string, KpiView>;
  readonly mission: NodeView;
  /** Nodes that serve nothing: no line leads from them to the mission. */
  readonly loose: readonly NodeView[];

  constructor(plan: Plan, computed?: Computed) {
    this.plan = plan;
    this.computed = computed;
    const scored = new Map(computed?.scores.nodes.map((node) => [node.id, node]));
    const measured = new Map(computed?.scores.kpis.map((kpi) => [kpi.id, kpi]));
    const people = new Map(plan.owners?.map((owner) => [owner.id, owner]));
    const nodes = new Map<string, Growing>();
    for (const [kind, node] of listed(plan)) {
      nodes.set(node.id, {
        id: node.id,
        kind,
        title: node.title,
        plan: node,
        owners: (node.owners ?? []).map((own) => {
          const person = people.get(own.owner);
          return {
            name: person?.name ?? own.owner,
            team: person?.team,
            accountable: own.accountable ?? true,
            outside: person?.outside ?? false,
            commitment: own.commitment,
          };
        }),
        parents: parentsOf(plan, node),
        children: [],
        kpis: (node.kpis ?? []).map((kpi) => ({
          id: kpi.id,
          title: kpi.title,
          node: node.id,
          plan: kpi,
          score: measured.get(kpi.id),
          asOf: computed?.scores.asOf,
        })),
        score: scored.get(node.id),
      });
    }
    for (const node of nodes.values()) {
      for (const parent of node.parents) nodes.get(parent)?.children.push(node);
    }
    this.nodes = nodes;
    this.kpis = new Map([...nodes.values()].flatMap((node) => node.kpis.map((kpi) => [kpi.id, kpi] as const)));
    this.mission = nodes.get(plan.mission.id) as NodeView;
    this.loose = [...nodes.values()].filter((node) => node.parents.length === 0 && !TOP.has(node.kind));
  }

  ownerName(id: string): string {
    return this.plan.owners?.find((owner) => owner.id === id)?.name ?? id;
  }

  get goals(): NodeView[] {
    return [...this.nodes.values()].filter((node) => node.kind === 'goal');
  }

  findingsOf(id: string): Finding[] {
    const about = (finding: Finding) => finding.node === id || finding.params.kpi === id;
    return (this.computed?.findings ?? []).filter((finding) => about(finding) && finding.off === undefined);
  }

  /** The node and everything below it, each once. */
  below(id: string): NodeView[] {
    const seen = new Set<NodeView>();
    const walk = (node: NodeView | undefined) => {
      if (node === undefined || seen.has(node)) return;
      seen.add(node);
      node.children.forEach(walk);
    };
    walk(this.nodes.get(id));
    return [...seen];
  }

  /** The strongest way up from a node: at each step the parent in which it weighs most. */
  line(id: string): NodeView[] {
    const way: NodeView[] = [];
    for (let node = this.nodes.get(id); node !== undefined && !way.includes(node); node = this.#strongest(node)) {
      way.push(node);
      if (node === this.mission) break;
    }
    return way;
  }

  #strongest(node: NodeView): NodeView | undefined {
    const weights = new Map(node.score?.parents.map((parent) => [parent.id, parent.effective]));
    const ways = [...node.parents].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
    return ways.map((parent) => this.nodes.get(parent)).find((parent) => parent !== undefined);
  }
}

/** The service mission supports the company's by itself. */
function parentsOf(plan: Plan, node: PlanNode): string[] {
  if (node.id === plan.mission.id) return plan.companyMission === undefined ? [] : [plan.companyMission.id];
  return (node.serves ?? []).map((link) => link.to);
}

const TOP = new Set<Kind>(['company-mission', 'mission', 'vision']);

function* listed(plan: Plan): Generator<[Kind, PlanNode]> {
  if (plan.companyMission !== undefined) yield ['company-mission', plan.companyMission];
  yield ['mission', plan.mission];
  if (plan.vision !== undefined) yield ['vision', plan.vision];
  for (const goal of plan.goals ?? []) yield ['goal', goal];
  for (const strategy of plan.strategies ?? []) yield ['strategy', strategy];
  for (const action of plan.actions ?? []) yield ['action', action];
}
