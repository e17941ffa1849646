/** Ids made from titles: readable, and none twice. */

const LONGEST = 40;

export class Ids {
  readonly #taken: Set<string>;
  /** The last number given to each, so that the thousandth of a title is as quick as the first. */
  readonly #last = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** An id from a title; from `kind` where the title has no Latin letters. */
  make(title: string, kind: string): string {
    const plain = slug(title) || kind;
    let number = this.#last.get(plain) ?? 1;
    let id = number === 1 ? plain : `${plain}-${number}`;
    while (this.#taken.has(id)) {
      number += 1;
      id = `${plain}-${number}`;
    }
    this.#taken.add(id);
    this.#last.set(plain, number);
    return id;
  }
}

function slug(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, '').toLowerCase();
  const joined = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  if (joined.length <= LONGEST) return joined;
  const cut = joined.slice(0, LONGEST + 1).lastIndexOf('-');
  return cut > 0 ? joined.slice(0, cut) : joined.slice(0, LONGEST);
}
