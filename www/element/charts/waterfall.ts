/** From what `board.contributions` answers to a waterfall: every word is handed in. */
import type { ContributionPart, Contributions, WaterfallRequest, WaterfallStep } from '../types.js';
import { scoreScale } from './scale.js';

/** What a waterfall says, and how. */
export interface WaterfallWords {
  /** Points or a score from 0 to 1 in the reader's language. */
  score: (score: number) => string;
  /** Between which points an unknown part would lie. */
  range?: (low: number, high: number) => string;
  /** A second line of a part, such as its weight. */
  note?: (part: ContributionPart) => string;
  /** What a part is called; the plan's own title where left out. */
  title?: (id: string, title: string) => string;
  /** What the part of a score is called that was set by hand. */
  byHand?: string;
  /** What is written where there is no score. */
  unknown?: string;
  /** `leaves` takes the KPIs below in place of the node's own parts. */
  of?: 'parts' | 'leaves';
  /** The words of the legend. */
  legend?: Record<string, string>;
}

/** Less than this is what adding up leaves over. */
const NOTHING = 1e-9;

/**
 * The steps of a waterfall: what each part gives, behind those before it; what unknown parts could still give, as a range from
 * there on; and the score as their sum.
 *
 * @example
 * ```js
 * const percent = new Intl.NumberFormat('en', { style: 'percent' });
 * const made = waterfallOf(board.contributions('keep-customers'), { score: (score) => percent.format(score) });
 * drawWaterfall(canvas, { width: 640, ...made });
 * ```
 */
export function waterfallOf(
  made: Contributions,
  words: WaterfallWords,
): Pick<WaterfallRequest, 'steps' | 'scale' | 'words'> {
  const list = words.of === 'leaves' ? made.leaves : made.parts;
  const title = (id: string, own: string) => words.title?.(id, own) ?? own;
  const known = list.filter(({ score }) => score !== undefined).map((part) => step(part, title, words));
  const top = made.score ?? Math.max(0, ...list.map(({ end }) => end));
  const given = Math.abs(made.rest) > NOTHING && words.of !== 'leaves';
  const byHand = { id: `${made.subject} by-hand`, label: words.byHand ?? '–', text: words.score(made.rest) };
  const rest: WaterfallStep[] = given ? [{ ...byHand, from: top - made.rest, to: top }] : [];
  const open = list.filter(({ score }) => score === undefined).map((part) => unknown(part, top, title, words));
  const sum = made.score === undefined ? words.unknown : words.score(made.score);
  const total: WaterfallStep = {
    id: made.subject,
    label: title(made.subject, made.title),
    ...(sum === undefined ? {} : { text: sum }),
    ...(made.score === undefined ? {} : { from: 0, to: made.score, total: true }),
  };
  const steps = [...known, ...rest, ...open, total];
  const scale = scoreScale([0, ...steps.flatMap(({ from, to, high }) => [from, to, high])], words.score);
  return { steps, ...(scale === undefined ? {} : { scale }), words: { ...words.legend } };
}

type Title = (id: string, own: string) => string;

function head(
  part: ContributionPart,
  title: Title,
  words: WaterfallWords,
): Pick<WaterfallStep, 'id' | 'label' | 'note'> {
  const note = words.note?.(part) ?? '';
  return { id: part.id, label: title(part.id, part.title), ...(note === '' ? {} : { note }) };
}

function step(part: ContributionPart, title: Title, words: WaterfallWords): WaterfallStep {
  return { ...head(part, title, words), text: words.score(part.points), from: part.start, to: part.end };
}

/** What it could still give, from where the known parts end: each from there, since none of them is known to come first. */
function unknown(part: ContributionPart, top: number, title: Title, words: WaterfallWords): WaterfallStep {
  const { low, high } = part.bounds;
  const text = words.range?.(low, high) ?? words.unknown;
  return { ...head(part, title, words), ...(text === undefined ? {} : { text }), low: top + low, high: top + high };
}
