/**
 * Strategies proposed from a maturity check: first the one that helps the widest gaps, then the one that helps most of what
 * the first leaves, and so on, so that five proposals are not five answers to one question. (Greedy maximum coverage:
 * Nemhauser, Wolsey and Fisher 1978, Mathematical Programming 14:265–294; never below 1 − 1/e of the best possible.)
 */
import type { Catalog } from '../messages/catalog.js';
import { messagesFor } from '../throughline.js';
import { candidates } from './candidates.js';
import { escaped, Faults } from './faults.js';
import { given, options } from './given.js';
import type { AreaScore, Candidate, Helped, Maturity, Proposal, ProposalOptions, Proposals } from './maturity-types.js';
import type { Said } from './types.js';

const MOST = 5;
const AIM = 4;
/** Sums of gains stay numbers. */
const HEAVIEST = 1e6;
/** Gains that differ by less are the same: means of thirds are not exact. */
const SAME = 1e-9;

/** @throws {ThroughlineError} `options-invalid` or `answers-invalid`, with every fault and its place. */
export function proposals(of: Maturity, how?: ProposalOptions): Proposals {
  const areas = areasOf(of);
  const { most, aim, weights, locale } = read(options(how), areas);
  const words = messagesFor(locale);
  const gaps = new Gaps(areas, aim, weights);
  const all = candidates(locale);
  const judged = all.filter(({ helps }) => helps.some((area) => gaps.knows(area)));
  const useful = judged.filter(({ helps }) => helps.some((area) => gaps.left(area) > 0));
  const ready = useful.filter((candidate) => gaps.first(candidate, words).length === 0);
  const now = chosen(ready, gaps, most);
  const waiting = useful
    .filter((candidate) => !ready.includes(candidate))
    .map((candidate) => proposal(candidate, gaps, gaps.first(candidate, words)));
  const later = waiting.sort((one, other) => better(other, one));
  return { now, later, unjudged: all.filter((candidate) => !judged.includes(candidate)) };
}

/** The best of what is left, again and again; each closes the gaps that it helps. */
function chosen(ready: readonly Candidate[], gaps: Gaps, most: number): Proposal[] {
  const left = new Set(ready);
  const found: Proposal[] = [];
  while (found.length < most) {
    const offered = [...left].map((candidate) => proposal(candidate, gaps, []));
    const best = offered.reduce<Proposal | undefined>(
      (held, next) => (held === undefined || better(next, held) > 0 ? next : held),
      undefined,
    );
    if (best === undefined || best.gain <= SAME) break;
    found.push(best);
    left.delete(best.candidate);
    gaps.close(best.candidate);
  }
  return found;
}

/** More gain first, then less effort; of equals the order of the library. */
function better(one: Proposal, other: Proposal): number {
  const gained = one.gain - other.gain;
  return Math.abs(gained) > SAME ? gained : other.candidate.effort - one.candidate.effort;
}

function proposal(candidate: Candidate, gaps: Gaps, first: readonly Said[]): Proposal {
  const helps = candidate.helps.flatMap((area) => gaps.helped(area) ?? []);
  const gain = candidate.helps.reduce((sum, area) => sum + gaps.left(area), 0);
  return { candidate, gain, helps, first };
}

/** How far areas are from the aim, and which of these gaps something proposed already helps. */
class Gaps {
  readonly #areas: ReadonlyMap<string, AreaScore>;
  readonly #closed = new Set<string>();
  readonly #aim: number;
  readonly #weights: Readonly<Record<string, number>>;

  constructor(areas: readonly AreaScore[], aim: number, weights: Readonly<Record<string, number>>) {
    this.#areas = new Map(areas.map((area) => [area.id, area]));
    this.#aim = aim;
    this.#weights = weights;
  }

  knows(area: string): boolean {
    return this.#areas.get(area)?.score !== undefined;
  }

  /** What a gap is still worth; nothing where it is not known, closed, or of no weight. */
  left(area: string): number {
    return this.#closed.has(area) ? 0 : this.#gap(area) * this.#weight(area);
  }

  close({ helps }: Candidate): void {
    for (const area of helps) this.#closed.add(area);
  }

  helped(id: string): Helped | undefined {
    const { title, score } = this.#areas.get(id) ?? {};
    if (title === undefined || score === undefined) return undefined;
    return { area: id, title, score, gap: this.#gap(id), counted: this.left(id) > 0 };
  }

  /** What must be further before a candidate can work; unknown is not far enough. */
  first({ needs }: Candidate, words: Catalog): Said[] {
    return needs.flatMap(({ area, level }) => {
      const found = this.#areas.get(area);
      const score = found?.score;
      if (score !== undefined && score >= level - SAME) return [];
      const params = { area: found?.title ?? area, level, ...(score === undefined ? {} : { score }) };
      const code = score === undefined ? 'unknown' : 'known';
      return [{ code, params, text: words.text(`start.first.${code}`, params) }];
    });
  }

  #gap(area: string): number {
    const score = this.#areas.get(area)?.score;
    return score === undefined ? 0 : Math.max(0, this.#aim - score);
  }

  #weight(area: string): number {
    return (Object.hasOwn(this.#weights, area) ? this.#weights[area] : undefined) ?? 1;
  }
}

/** What a check found, which may have been kept and come back: as far as it is read here. */
function areasOf(of: Maturity): readonly AreaScore[] {
  const faults = new Faults();
  const top = faults.object(given(of ?? null, 'answers-invalid'), '');
  if (top !== undefined && top.areas === undefined) faults.add('missing-field', '', { field: 'areas' });
  const areas = faults.list(top?.areas, '/areas');
  const seen = new Set<unknown>();
  areas.forEach((area, at) => {
    const { id, title, score } = faults.object(area ?? null, `/areas/${at}`) ?? {};
    const name = faults.text(id, `/areas/${at}/id`);
    if (name !== undefined && seen.has(id)) faults.add('listed-twice', `/areas/${at}/id`, { value: name });
    seen.add(id);
    faults.text(title, `/areas/${at}/title`);
    faults.number(score, `/areas/${at}/score`, [1, 5]);
  });
  faults.end('answers-invalid');
  return areas as readonly AreaScore[];
}

function read(asked: ProposalOptions, areas: readonly AreaScore[]) {
  const faults = new Faults();
  const { most = MOST, aim = AIM, weights = {}, locale = 'en' } = asked;
  faults.whole(most, '/most', [1, Number.MAX_SAFE_INTEGER]);
  faults.number(aim, '/aim', [1, 5]);
  const known = areas.map(({ id }) => id);
  for (const [area, weight] of Object.entries(faults.object(weights, '/weights', known) ?? {})) {
    faults.number(weight, `/weights/${escaped(area)}`, [0, HEAVIEST]);
  }
  faults.end('options-invalid');
  return { most, aim, weights, locale };
}
