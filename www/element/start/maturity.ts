/** From the answers of a maturity check to how far each area is (P10): plain means, and what is not known beside them. */
import type { Catalog } from '../messages/catalog.js';
import { messagesFor } from '../throughline.js';
import { GROUPS, maturityAreas } from './areas.js';
import { escaped, Faults } from './faults.js';
import { given } from './given.js';
import type {
  AreaScore,
  GroupScore,
  Maturity,
  MaturityAnswer,
  MaturityAnswers,
  MaturityArea,
} from './maturity-types.js';

/** Fewer people than this could be made out from the lowest and the highest. */
const FEWEST = 5;
/** The share of a group's areas that must be known before the group has a number, as coverage of a plan's scores. */
const KNOWN = 0.8;
const LOWEST = 1;
const HIGHEST = 5;

type Level = 1 | 2 | 3 | 4 | 5;

/**
 * How far each area is: for each person the mean of the numbers given, and the mean of these over everybody, so that each
 * person counts once. What was not answered, or is not known, is in no mean.
 *
 * @param answers those of one person or of a team together, or of several people, each for themselves.
 * @throws {ThroughlineError} `answers-invalid`, with every fault and its place.
 */
export function maturity(answers: MaturityAnswers | readonly MaturityAnswers[], locale = 'en'): Maturity {
  const areas = maturityAreas(locale);
  const people = read(given(answers ?? null, 'answers-invalid'), areas);
  const words = messagesFor(locale);
  const scores = areas.map((area) => scoreOf(area, people, words));
  return { people: people.length, areas: scores, groups: GROUPS.map((group) => together(group, scores, words)) };
}

type Person = ReadonlyMap<string, MaturityAnswer>;

function read(answers: MaturityAnswers | readonly MaturityAnswers[], areas: readonly MaturityArea[]): Person[] {
  const known = new Set(areas.flatMap(({ statements }) => statements.map(({ id }) => id)));
  const faults = new Faults();
  const several: readonly unknown[] = Array.isArray(answers) ? answers : [answers];
  const people = several.map((one, at) => person(one, Array.isArray(answers) ? `/${at}` : '', known, faults));
  faults.end('answers-invalid');
  return people;
}

function person(one: unknown, path: string, known: ReadonlySet<string>, faults: Faults): Person {
  const top = faults.object(one, path, ['version', 'at', 'answers']) ?? {};
  faults.version(top.version, path);
  faults.day(top.at, `${path}/at`);
  if (top.answers === undefined) faults.add('missing-field', path, { field: 'answers' });
  const answers = faults.object(top.answers, `${path}/answers`) ?? {};
  const read = new Map<string, MaturityAnswer>();
  for (const [id, answer] of Object.entries(answers)) {
    const where = `${path}/answers/${escaped(id)}`;
    if (!known.has(id)) faults.add('unknown-statement', where, { id });
    else if (answer === 'not-known') read.set(id, answer);
    else if (faults.whole(answer, where, [LOWEST, HIGHEST])) read.set(id, answer as MaturityAnswer);
  }
  return read;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Of any number of people: a function takes only so many arguments. */
const least = (numbers: readonly number[]) => numbers.reduce((low, number) => Math.min(low, number));

function scoreOf({ id, group, title, statements }: MaturityArea, people: readonly Person[], words: Catalog): AreaScore {
  const each = people.map((person) => statements.flatMap((statement) => person.get(statement.id) ?? []));
  const numbers = each.map((answers) => answers.filter((answer) => answer !== 'not-known'));
  const means = numbers.filter((answers) => answers.length > 0).map(mean);
  const answered = numbers.flat().length;
  const counts = {
    people: means.length,
    answered,
    notKnown: each.flat().length - answered,
    of: statements.length * Math.max(1, people.length),
  };
  if (means.length === 0) return { id, group, title, ...counts };
  const score = mean(means);
  const level = levelOf(score);
  const ends = means.length < FEWEST ? {} : { low: least(means), high: -least(means.map((each) => -each)) };
  return { id, group, title, score, level, levelName: words.text(`start.level.${level}`), ...counts, ...ends };
}

/** The level that it has reached as a whole: 3.9 has reached 3. A mean of thirds is a whole up to rounding. */
function levelOf(score: number): Level {
  return Math.min(HIGHEST, Math.max(LOWEST, Math.floor(score + 1e-9))) as Level;
}

function together(id: AreaScore['group'], areas: readonly AreaScore[], words: Catalog): GroupScore {
  const own = areas.filter(({ group }) => group === id);
  const known = own.flatMap(({ score }) => score ?? []);
  const told = known.length >= own.length * KNOWN ? { score: mean(known) } : {};
  return { id, title: words.text(`start.group.${id}`), ...told, known: known.length, of: own.length };
}
