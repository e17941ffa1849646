/** What of a journal goes into the plan or the board, and the entry about a review. */
import type { Board } from '../board.js';
import { reading, ThroughlineError } from '../throughline.js';
import type { Journal, JournalEntry, Override, Plan, PlanNode, ValueRecord } from '../types.js';
import { review } from './asked.js';
import { takenBack } from './edit.js';
import { fingerprint, plainPlan, toJson } from './fingerprint.js';
import { type EditEntry, type EntryOf, issue, kind as kindOf, type Signed, signed, signedBy } from './types.js';

/** The entries of a kind, in order of time. */
function of<Kind extends JournalEntry['kind']>(journal: Journal | string, kind: Kind): EntryOf<Kind>[] {
  const found = entriesOf(journal).filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
  return found.sort((one, other) => Date.parse(one.time) - Date.parse(other.time) || (one.id < other.id ? -1 : 1));
}

/** As far as it is read here, as plain JSON of its own; whether it holds as a whole a board says (`mergeJournals`). */
function entriesOf(journal: Journal | string): JournalEntry[] {
  const read: unknown = reading('journal-invalid', () => JSON.parse(toJson(journal)));
  const { entries } = (read ?? {}) as { entries?: unknown };
  const at = Array.isArray(entries) ? entries.findIndex((entry) => !isEntry(entry)) : undefined;
  if (at === -1) return entries as JournalEntry[];
  const [path, expected] = at === undefined ? ['/entries', 'array'] : [`/entries/${at}`, 'entry'];
  throw new ThroughlineError('journal-invalid', {}, [
    issue('wrong-type', path, { expected, found: kindOf(at === undefined ? entries : (entries as unknown[])[at]) }),
  ]);
}

function isEntry(entry: unknown): boolean {
  const { kind, id, time } = (entry ?? {}) as Readonly<Record<string, unknown>>;
  return [kind, id, time].every((text) => typeof text === 'string') && !Number.isNaN(Date.parse(time as string));
}

/** What check-ins say of values and progress, as records for `board.record`, in order of time. */
export function recordsOf(journal: Journal): ValueRecord[] {
  return of(journal, 'check-in').flatMap(({ about, actor, time, at, value, progress }): ValueRecord[] => {
    const day = at ?? new Date(time).toISOString().slice(0, 10);
    if (value !== undefined) return [{ kpi: about, at: day, value, actor }];
    return progress === undefined ? [] : [{ action: about, at: day, progress, actor }];
  });
}

/** The plan with the last override of the journal on each node and KPI that it has; the one that is given stays as it is. */
export function withOverrides(plan: Plan | string, journal: Journal): Plan {
  const next = plainPlan(plan);
  const last = new Map(of(journal, 'override').map((entry) => [entry.about, entry]));
  for (const thing of things(next)) {
    const entry = last.get(thing.id);
    if (entry === undefined) continue;
    const { score, status, reason, actor: author, until: expires } = entry;
    const set = { ...(score === undefined ? {} : { score }), ...(status === undefined ? {} : { status }) };
    thing.override = { ...set, reason, author, expires };
  }
  return next;
}

/** Every node and KPI of a plan that may have an override. */
function things(plan: Plan): { id: string; override?: Override }[] {
  const { mission, goals = [], strategies = [], actions = [] } = plan;
  const nodes: PlanNode[] = [mission, ...goals, ...strategies, ...actions];
  return [...nodes, ...nodes.flatMap(({ kpis = [] }) => kpis)];
}

/** The entry about a review that is held now: it keeps what stands, so that the next one can tell what changed. */
export function reviewEntry(
  board: Board,
  journal: Journal,
  how: Signed & { note?: string; decisions?: readonly string[] },
): EntryOf<'review'> {
  const who = reading('options-invalid', () => signedBy(how));
  const { open: findings, stood } = review(board, journal);
  const { note, decisions = [] } = who;
  const said = { ...(note === undefined ? {} : { note }), ...(decisions.length > 0 && { decisions: [...decisions] }) };
  return { kind: 'review', ...signed(who), ...said, plan: fingerprint(board.plan()), findings, stood };
}

/**
 * The plan as it was at the last review of a journal, by taking back the edits since; nothing where these do not lead
 * there, as when the plan was changed without the journal.
 */
export function planAtReview(plan: Plan | string, journal: Journal): Plan | undefined {
  const held = of(journal, 'review').at(-1);
  if (held?.plan === undefined) return undefined;
  let [at, mark] = [plainPlan(plan), fingerprint(plan)];
  const left: EditEntry[] = of(journal, 'edit').filter(({ time }) => Date.parse(time) >= Date.parse(held.time));
  while (mark !== held.plan) {
    const found = left.findLastIndex(({ result }) => result === mark);
    const [last] = found < 0 ? [] : left.splice(found, 1);
    if (last === undefined) return undefined;
    at = takenBack(at, last);
    mark = last.plan;
  }
  return at;
}
