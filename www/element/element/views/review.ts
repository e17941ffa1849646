/** The review (P8, P15): when it is due, what changed since the last one, check-ins, objectives, and loops of feedback. */
import type { Board } from '../../board.js';
import type { Child, Description } from '../../dom.js';
import type { ThroughlineError } from '../../error.js';
import type { Finding, ReviewReport } from '../../types.js';
import type { Context } from '../context.js';
import { findingLine, h } from '../parts.js';
import { checkedIn } from './check-ins.js';
import { cycles } from './cycles.js';
import { type Given, isFault, journalOf, type Told, tell } from './journal.js';
import { page, part, say } from './kit.js';
import { loops } from './loops.js';
import { since } from './since.js';

export function review(context: Context, board: Board, host: HTMLElement): Description | undefined {
  const given = journalOf(context, host);
  if (given.way === 'coming') return undefined;
  const told = tell(context, board, given.way === 'here' ? given.journal : undefined);
  if (told === undefined) return undefined;
  if (isFault(told)) return page(context, 'review', fault(context, told));
  return page(context, 'review', say(context, 'view.review-about', {}, 'lead'), ...body(context, given, told));
}

/** Without a journal nothing is said of what only a journal tells: that nobody checked in is not known then. */
function body(context: Context, given: Given, told: Told): Child[] {
  const graded = part(context, 'cycles', cycles(context, told.cycles));
  if (given.way !== 'here') return [missing(context, given), graded];
  return [
    part(context, 'dates', ...next(context, told.review)),
    part(context, 'since', ...since(context, told)),
    part(context, 'loops', ...loops(context, told)),
    part(context, 'check-ins', checkedIn(context, told.checkIns)),
    graded,
  ];
}

function missing(context: Context, given: Given): Description {
  const { words } = context;
  const failed = given.way === 'failed';
  return h(
    'div',
    { class: failed ? 'notice error' : 'notice', key: 'missing', role: 'status' },
    say(context, failed ? 'view.journal-failed' : 'view.no-journal', {}, 'headline'),
    !failed && say(context, 'view.no-journal-next', {}, 'next'),
    given.way === 'failed' &&
      h('button', { type: 'button', class: 'quiet', onclick: given.again }, words.text('state.retry')),
  );
}

/** Every fault of it with its place: it is taken whole or not at all. */
function fault({ words }: Context, error: ThroughlineError): Description {
  return h(
    'div',
    { class: 'notice error', key: 'fault', role: 'status' },
    h('p', { class: 'headline' }, words.text(`error.${error.code}`, error.params)),
    h(
      'ul',
      {},
      error.issues.map((issue) =>
        h(
          'li',
          {},
          h('code', {}, issue.path === '' ? '/' : issue.path),
          h('span', {}, words.text(`issue.${issue.code}`, { path: issue.path, ...issue.params })),
        ),
      ),
    ),
  );
}

function next(context: Context, { every, last, next: due, late, findings }: ReviewReport): Child[] {
  const held = say(context, 'view.last-review', { held: last !== undefined, last: last ?? '' }, 'note');
  if (every === undefined)
    return [say(context, 'view.no-reviews'), say(context, 'view.no-reviews-next', {}, 'note'), held];
  const args = { late: late ?? 0, due: due ?? '', dated: due !== undefined };
  return [
    say(context, 'view.next-review', args, late === undefined ? 'sum' : 'sum late'),
    held,
    found(context, findings),
  ];
}

function found(context: Context, findings: readonly Finding[]): Child {
  if (findings.length === 0) return false;
  return h(
    'ul',
    { class: 'findings' },
    findings.map((one, at) => h('li', { key: `${one.id} ${at}` }, findingLine(context, one, true))),
  );
}
