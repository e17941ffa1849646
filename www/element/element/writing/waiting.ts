/** Which feedback waits for the step that a form makes: the subject's own first, then the oldest. */
import type { Board } from '../../board.js';
import type { Context } from '../context.js';
import { titleOf } from '../parts.js';
import { isFault, journalOf, tell } from '../views/journal.js';
import { entry } from '../views/since.js';
import type { Kind, Pick, Subject } from './fields.js';

/** More than these are no choice. */
const MOST = 12;

/** What can be chosen; `untold` is the message of why that cannot be said. */
export type Waiting = { picks: readonly Pick[]; untold?: string };

/** Whether there is a journal at all: without one no form can answer anything. */
export function hasJournal(context: Context, host: HTMLElement): boolean {
  return journalOf(context, host).way !== 'none';
}

export function waitingFor(kind: Kind, context: Context, board: Board, host: HTMLElement, subject: Subject): Waiting {
  const given = journalOf(context, host);
  if (kind.answers === undefined || given.way === 'none') return { picks: [] };
  if (given.way === 'failed') return { picks: [], untold: 'view.journal-failed' };
  const told = given.way === 'here' ? tell(context, board, given.journal) : undefined;
  if (told === undefined) return { picks: [], untold: 'closer.coming' };
  if (isFault(told)) return { picks: [], untold: `error.${told.code}` };
  const { words, model } = context;
  const own = (about: string) => about === subject.id || model.kpis.get(about)?.node === subject.id;
  const waiting = told.loops.waiting.filter(({ state }) => state === kind.answers);
  const sorted = [...waiting.filter(({ about }) => own(about)), ...waiting.filter(({ about }) => !own(about))];
  const picks = sorted.slice(0, MOST).map(({ id, about, heard, from }) => ({
    id,
    text: entry(told.journal, id, 'feedback')?.text ?? id,
    note: words.text('write.heard', { from, at: heard.slice(0, 10), title: titleOf(model, about) }),
  }));
  return { picks };
}
