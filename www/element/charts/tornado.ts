/** From what `board.sensitivity` answers to a tornado: every word is handed in. */
import type { Sensitivity, Swing, SwingEnd, TornadoEnd, TornadoRequest, TornadoSwing } from '../types.js';
import { scoreScale } from './scale.js';

/** What a tornado says, and how. */
export interface TornadoWords {
  /** A score from 0 to 1 in the reader's language. */
  score: (score: number) => string;
  /** What is written above the line of today. */
  now?: (score: number) => string;
  /** A second line of a KPI: between which values it was moved. */
  note?: (swing: Swing) => string;
  /** What is written behind a KPI; both scores where left out. */
  range?: (low: number, high: number) => string;
  /** What is written where a swing is unknown. */
  unknown?: string;
  /** What a KPI is called; the plan's own title where left out. */
  title?: (id: string, title: string) => string;
  /** The words of the legend. */
  legend?: Record<string, string>;
}

/**
 * The swings of a tornado, the widest first as the board gives them, around the score of today. An end at which the node has
 * another status than today is marked with it.
 *
 * @example
 * ```js
 * const percent = new Intl.NumberFormat('en', { style: 'percent' });
 * const made = tornadoOf(board.sensitivity('keep-customers'), { score: (score) => percent.format(score) });
 * drawTornado(canvas, { width: 640, ...made });
 * ```
 */
export function tornadoOf(
  { score, status, tornado }: Sensitivity,
  words: TornadoWords,
): Pick<TornadoRequest, 'swings' | 'now' | 'nowText' | 'scale' | 'words'> {
  const ends = tornado.flatMap(({ worse, better }) => [worse.score, better.score]);
  const scale = scoreScale([...ends, score], words.score);
  const end = ({ score: at, status: there }: SwingEnd): TornadoEnd | undefined =>
    at === undefined ? undefined : { at, ...(there === status ? {} : { flips: there }) };
  return {
    swings: tornado.map((swing) => row(swing, end, words)),
    ...(score === undefined ? {} : { now: score }),
    ...(score === undefined || words.now === undefined ? {} : { nowText: words.now(score) }),
    ...(scale === undefined ? {} : { scale }),
    words: { ...words.legend },
  };
}

function row(swing: Swing, end: (of: SwingEnd) => TornadoEnd | undefined, words: TornadoWords): TornadoSwing {
  const [worse, better] = [end(swing.worse), end(swing.better)];
  const note = words.note?.(swing) ?? '';
  const range = words.range ?? ((low: number, high: number) => `${words.score(low)} – ${words.score(high)}`);
  const text = worse === undefined || better === undefined ? words.unknown : range(worse.at, better.at);
  return {
    id: swing.kpi,
    label: words.title?.(swing.kpi, swing.title) ?? swing.title,
    ...(note === '' ? {} : { note }),
    ...(text === undefined ? {} : { text }),
    ...(worse === undefined ? {} : { worse }),
    ...(better === undefined ? {} : { better }),
  };
}
