/** Columns that rows can be split by beside the one that a table is known to have: few words, called as such columns are. */
import type { Column } from './match.js';
import { isCount, isTime } from './values.js';

export interface Split {
  readonly column: Column;
  /** What it splits by: `channel`, `team`, `segment`, `priority`, `product` or `agent`. */
  readonly role: string;
  /** 0 to 1: how well the name fits, the less the more values there are. */
  readonly confidence: number;
  /** Whether its values are people at work. */
  readonly person: boolean;
}

/** What such columns are called; a customer's name is nothing to split by. */
const NAMES: readonly [role: string, name: RegExp][] = [
  ['channel', /channel|kanal|origin|media|medium|contact.?type|^via$/i],
  ['team', /team|group|gruppe|queue|department|abteilung|unit\b|skill/i],
  ['segment', /segment|tier|plan\b|region|country|land\b|market|site\b|location|language|sprache|industry|brand/i],
  ['priority', /priorit|severity|urgency|impact/i],
  ['product', /product|produkt|categor|kategorie|topic|thema|(?:^|[ _])type|reason|grund/i],
];
const PEOPLE =
  /agent|assignee|owner|advisor|representative|\brep\b|operator|employee|bearbeiter|mitarbeiter|handled.?by|resolved.?by|(?:lead|leader|leiter|manager|member|mitglied|supervisor)$/i;
/** What people are put together by; the last word says what a name is about. */
const TOGETHER =
  /(?:group|gruppe|team|queue|department|abteilung|unit|skill|region|country|site|location|tier|type|channel|category)s?(?:[ _]?(?:name|id))?$/i;
/** What is told of them and not who they are: a mail, a number of changes, a time. */
const OTHER =
  /mail|count|replies|stations|reopens|time|date|\bat$|_at$|url|phone.?n|comment|requester|submitter|customer|client/i;
const MOST = { value: 50, person: 200 };
/** Each value comes so often at least, on the average of the rows that were looked at. */
const OFTEN = 3;
/** More columns would make more segments than anybody looks at. */
const MOST_SPLITS = 4;

/** Whether a column is called as one of people at work is: an owner of a product, the lead of a team, but no team of agents. */
export function isPerson({ name }: Column): boolean {
  return PEOPLE.test(name) && !TOGETHER.test(name);
}

/** The likeliest column of each kind, behind the one that is known; people last, and only where they may be told apart. */
export function splitsOf(
  columns: readonly Column[],
  used: ReadonlySet<Column>,
  known: Column | undefined,
  people: boolean,
) {
  const free = columns.filter((column) => !used.has(column) && !OTHER.test(column.name));
  const apart = free.filter((column) => !isPerson(column));
  const own = known && !isPerson(known) ? NAMES.find(([, name]) => name.test(known.name))?.[0] : undefined;
  const picked = new Set<Column>();
  const found = NAMES.flatMap(([role, name]): Split[] => {
    if (role === own) return [];
    // A name may say two kinds of things; it is one column.
    const named = apart.filter((column) => !picked.has(column) && name.test(column.name));
    const best = likeliest(named, role, false);
    for (const { column } of best) picked.add(column);
    return best;
  });
  const worked = people && !(known && isPerson(known)) ? likeliest(free.filter(isPerson), 'agent', true) : [];
  return [...found.slice(0, MOST_SPLITS - (known === undefined ? 0 : 1)), ...worked];
}

function likeliest(columns: readonly Column[], role: string, person: boolean): Split[] {
  return columns
    .map((column) => ({ column, role, person, confidence: sureOf(column, role, person) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 1);
}

function sureOf({ name, values: { known, distinct } }: Column, role: string, person: boolean): number {
  if (distinct.size < 2 || distinct.size > (person ? MOST.person : MOST.value)) return 0;
  if (distinct.size * OFTEN > known.length || known.some(isTime)) return 0;
  // Numbers are levels of priority, or keys of something; else they are counts.
  const coded = role === 'priority' || /(?:^|[ _.])(?:id|key|code|no|number)$|Id$/i.test(name);
  if (!coded && known.every(isCount)) return 0;
  return 0.75 * (1 - distinct.size / known.length);
}
