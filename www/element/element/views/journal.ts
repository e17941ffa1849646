/** The journal beside the board: the host's own, or the one at the address of the attribute; and what it comes to. */
import type { Board } from '../../board.js';
import type { ThroughlineError } from '../../error.js';
import { checkIns, feedbackLoops, mergeJournals, okr, review } from '../../journal/asked.js';
import { planAtReview } from '../../journal/taken.js';
import type { CheckedIn, CycleGrade, FeedbackLoops, Journal, Plan, ReviewReport, Scores } from '../../types.js';
import type { Context } from '../context.js';

/** What a journal comes to. */
export interface Told {
  readonly journal: Journal;
  readonly loops: FeedbackLoops;
  readonly checkIns: readonly CheckedIn[];
  readonly cycles: readonly CycleGrade[];
  readonly review: ReviewReport;
}

/** Where the journal is: with nobody, on its way, not to be had, or here. */
export type Given =
  | { way: 'none' | 'coming' }
  | { way: 'failed'; again(): void }
  | { way: 'here'; journal: Journal | string };

interface Fetched {
  readonly address: string;
  text?: string;
  failed?: boolean;
}

const fetched = new WeakMap<HTMLElement, Fetched>();

/** One that the host has set stands before the one at an address. */
export function journalOf(context: Context, host: HTMLElement): Given {
  const { journal } = host as { journal?: Journal | string };
  if (journal !== undefined) return { way: 'here', journal };
  const address = host.getAttribute('journal')?.trim();
  if (!address) return { way: 'none' };
  let found = fetched.get(host);
  if (found?.address !== address) found = begin(context, host, address);
  if (found.text !== undefined) return { way: 'here', journal: found.text };
  if (found.failed !== true) return { way: 'coming' };
  const again = () => {
    fetched.delete(host);
    context.fold('', false);
  };
  return { way: 'failed', again };
}

/** It is read once, and again when the address is another. */
function begin(context: Context, host: HTMLElement, address: string): Fetched {
  const found: Fetched = { address };
  fetched.set(host, found);
  const read = async () => {
    const response = await fetch(new URL(address, document.baseURI));
    if (!response.ok) throw new Error(String(response.status));
    found.text = await response.text();
  };
  read()
    .catch(() => {
      found.failed = true;
    })
    .finally(() => context.fold('', false));
  return found;
}

interface Kept {
  readonly scores: Scores;
  readonly given: Journal | string;
  readonly told: Told | ThroughlineError;
}

const kept = new WeakMap<Board, Kept>();
const NOTHING: Journal = { version: 1, entries: [] };

/** What it comes to on the board's day; the error where it is none; nothing yet where a part of the module is missing. */
export function tell(
  context: Context,
  board: Board,
  given: Journal | string = NOTHING,
): Told | ThroughlineError | undefined {
  try {
    const scores = board.scores();
    let found = kept.get(board);
    if (found?.scores !== scores || found.given !== given) {
      found = { scores, given, told: read(board, given) };
      kept.set(board, found);
    }
    return found.told;
  } catch (thrown) {
    context.lack(thrown);
    return undefined;
  }
}

function read(board: Board, given: Journal | string): Told | ThroughlineError {
  try {
    const journal = mergeJournals(board, [given]);
    return {
      journal,
      loops: feedbackLoops(board, journal),
      checkIns: checkIns(board, journal),
      cycles: okr(board, journal),
      review: review(board, journal, { before: planBefore(board.plan(), journal) }),
    };
  } catch (thrown) {
    if ((thrown as ThroughlineError).code === 'rest-missing') throw thrown;
    return thrown as ThroughlineError;
  }
}

/** The plan of the last review, where the edits since lead there. */
function planBefore(plan: Plan, journal: Journal): Plan | undefined {
  try {
    return planAtReview(plan, journal);
  } catch {
    // An edit that does not do what it says tells nothing of the plan before it.
    return undefined;
  }
}

/** Whether it is an error rather than an answer. */
export const isFault = (told: Told | ThroughlineError): told is ThroughlineError => 'code' in told;
