/** What changed since the last review: how things stand, what the plan came to differ in, decisions, findings. */
import type { Child, Description } from '../../dom.js';
import { describeChange } from '../../journal/asked.js';
import type {
  Finding,
  Journal,
  JournalEntry,
  RaisedFinding,
  ReviewShift,
  ReviewSince,
  Status,
  StoodAt,
} from '../../types.js';
import type { Context } from '../context.js';
import { findingLine, h, statusWord } from '../parts.js';
import type { Told } from './journal.js';
import { link, say } from './kit.js';

/** More than these are folded away. */
const MOST = 6;

type Entry<Kind extends JournalEntry['kind']> = Extract<JournalEntry, { kind: Kind }>;

export function since(context: Context, { review, journal }: Told): Child[] {
  const { since: found } = review;
  if (found === undefined)
    return [say(context, 'view.never-reviewed'), say(context, 'view.never-reviewed-next', {}, 'note')];
  const held = entry(journal, found.review, 'review');
  return [
    say(context, 'view.since-when', { at: found.at, actor: held?.actor ?? '', told: held !== undefined }, 'note'),
    held?.note !== undefined && h('p', { class: 'quoted' }, h('bdi', {}, held.note)),
    isQuiet(found) && say(context, 'view.nothing-since'),
    listed(context, 'shifts', [...found.shifts].sort(turned), (one) => shift(context, one)),
    listed(context, 'changes', found.changes ?? [], (one) => [describeChange(one, context.words.locale)]),
    found.changes === undefined && found.edits > 0 && say(context, 'view.edits', { edits: found.edits }, 'note'),
    listed(context, 'decisions', found.decisions, (id) => decision(context, journal, id)),
    listed(context, 'opened', found.opened ?? [], (one) => opened(context, one)),
    listed(context, 'closed', found.closed ?? [], (one) => closed(context, one)),
    found.opened === undefined && say(context, 'view.no-findings-kept', {}, 'note'),
  ];
}

export function entry<Kind extends JournalEntry['kind']>(
  { entries }: Journal,
  id: string,
  kind: Kind,
): Entry<Kind> | undefined {
  return entries.find((one): one is Entry<Kind> => one.id === id && one.kind === kind);
}

function isQuiet({ shifts, changes, decisions, opened: fresh, closed: gone, edits }: ReviewSince): boolean {
  return [shifts, changes ?? [], decisions, fresh ?? [], gone ?? []].every(({ length }) => length === 0) && edits === 0;
}

function listed<Item>(context: Context, name: string, items: readonly Item[], make: (item: Item) => Child): Child {
  if (items.length === 0) return false;
  const { words } = context;
  const list = (some: readonly Item[]) =>
    h(
      'ul',
      { class: name === 'opened' ? 'findings' : 'lines' },
      some.map((item) => h('li', {}, make(item))),
    );
  const more = items.length - MOST;
  return h(
    'div',
    { class: `since-${name}`, key: name },
    h('p', { class: 'kind' }, words.text(`view.since-${name}`, { count: items.length })),
    list(items.slice(0, MOST)),
    more > 0 &&
      h(
        'details',
        { class: 'more-of' },
        h('summary', {}, words.text('what-if.more', { more })),
        list(items.slice(MOST)),
      ),
  );
}

/** Another status comes before another score. */
function turned(one: ReviewShift, other: ReviewShift): number {
  const same = ({ before, after }: ReviewShift) => Number(before?.status === after?.status);
  return same(one) - same(other);
}

function shift(context: Context, { id, title, before, after }: ReviewShift): Child {
  const { words } = context;
  const known = context.model.nodes.has(id) || context.model.kpis.has(id);
  return [
    known ? link(context, id) : h('bdi', {}, title),
    h(
      'span',
      { class: 'from-to' },
      stood(context, before),
      h('span', { class: 'arrow', 'aria-hidden': 'true' }),
      h('span', { class: 'unseen' }, words.text('view.now')),
      stood(context, after),
    ),
  ];
}

function stood({ words }: Context, at: StoodAt | undefined): Child {
  if (at === undefined) return words.text('view.not-there');
  const { status, score } = at;
  return h(
    'span',
    { class: 'stood' },
    statusWord(words, status as Status),
    score !== undefined && h('span', {}, words.write.share(score)),
  );
}

/** In their own words, and what it answers. */
function decision(context: Context, journal: Journal, id: string): Child {
  const found = entry(journal, id, 'decision');
  if (found === undefined) return id;
  const answers = (found.answers ?? []).flatMap((one) => entry(journal, one, 'feedback') ?? []);
  return [
    h('bdi', {}, found.text),
    say(context, 'view.signed', { actor: found.actor, at: found.time.slice(0, 10) }, 'note'),
    ...answers.map(({ text }) => say(context, 'view.answers', { text }, 'note')),
  ];
}

function opened(context: Context, found: Finding): Child {
  return findingLine(context, found, true);
}

function closed(context: Context, { finding, about }: RaisedFinding): Description[] {
  return [link(context, about), h('span', { class: 'note' }, context.words.text(`rule.${finding}`))];
}
