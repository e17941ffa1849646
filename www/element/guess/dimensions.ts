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

/** What such columns are called; who works on a case is a person, and a customer's name is nothing to split by. */
const NAMES: readonly [role: string, name: RegExp][] = [
  ['channel', /channel|kanal|origin|media|medium|contact.?type|^via$/i],
  ['team', /team|group|gruppe|queue|department|abteilung|unit\b|skill/i],
  ['segment', /segment|tier|plan\b|region|country|land\b|market|site\b|location|language|sprache|industry|brand/i],
  ['priority', /priorit|severity|urgency|impact/i],
  ['product', /product|produkt|categor|kategorie|topic|thema|(?:^|[ _])type|reason|grund/i],
  ['agent', /agent|assignee|owner|advisor|representative|operator|employee|bearbeiter|handled.?by|resolved.?by/i],
];
/** What is told of them and not who they are: a mail, a number of changes, a time. */
const OTHER =
  /mail|count|replies|stations|reopens|time|date|\bat$|_at$|url|phone.?n|comment|requester|submitter|customer|client/i;
const MOST = { value: 50, person: 200 };
/** Each value comes so often at least, on the average of the rows that were looked at. */
const OFTEN = 3;
/** More columns would make more segments than anybody looks at. */
const MOST_SPLITS = 4;

/** The likeliest column of each kind, behind the one that is known; people last, and only where they may be told apart. */
export function splitsOf(
  columns: readonly Column[],
  used: ReadonlySet<Column>,
  known: Column | undefined,
  people: boolean,
) {
  const own = NAMES.find(([, name]) => known !== undefined && name.test(known.name))?.[0];
  const found = NAMES.flatMap(([role, name]): Split[] => {
    if (role === own || (role === 'agent' && !people)) return [];
    const person = role === 'agent';
    const named = columns.filter((column) => !used.has(column) && name.test(column.name) && !OTHER.test(column.name));
    const best = named.map((column) => ({ column, role, person, confidence: sureOf(column, role, person) }));
    return best
      .filter(({ confidence }) => confidence > 0)
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, 1);
  });
  const plain = found.filter(({ person }) => !person).slice(0, MOST_SPLITS - (known === undefined ? 0 : 1));
  return [...plain, ...found.filter(({ person }) => person)];
}

function sureOf({ name, values: { known, distinct } }: Column, role: string, person: boolean): number {
  if (distinct.size < 2 || distinct.size > (person ? MOST.person : MOST.value)) return 0;
  if (distinct.size * OFTEN > known.length || known.some(isTime)) return 0;
  // Numbers are levels of priority, or keys of something; else they are counts.
  const coded = role === 'priority' || /(?:^|[ _.])(?:id|key|code|no|number)$|Id$/i.test(name);
  if (!coded && known.every(isCount)) return 0;
  return 0.75 * (1 - distinct.size / known.length);
}
