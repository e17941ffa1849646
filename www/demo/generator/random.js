/**
 * A seeded source of chance, so that the made-up rows are the same on every machine.
 *
 * The generator is "small fast counter" (sfc32), fed by a string hash; both are public-domain arithmetic on
 * 32-bit integers, chosen because `Math.random` cannot be seeded.
 */

/** Hashes text into four 32-bit words (FNV-1a with a different offset for each word). */
function words(text) {
  return [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b].map((offset) => {
    let hash = offset;
    for (const character of text) {
      hash ^= character.codePointAt(0);
      hash = Math.imul(hash, 0x01000193);
    }
    return hash >>> 0;
  });
}

/** One stream of chance. Streams with different names do not disturb each other. */
export class Chance {
  #state;

  constructor(name) {
    this.#state = words(name);
    for (let i = 0; i < 16; i += 1) this.next();
  }

  /** A number from 0 (included) to 1 (excluded). */
  next() {
    let [a, b, c, d] = this.#state;
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    this.#state = [a, b, c, d];
    return (sum >>> 0) / 4294967296;
  }

  /** True with the given probability. */
  yes(probability) {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of `[[value, weight], ...]`. */
  pick(weighted) {
    let left = this.next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    return weighted.at(-1)[0];
  }

  /** A standard normal number (Box and Muller, 1958). */
  normal() {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** A log-normal number with this median and spread. */
  around(median, spread) {
    return median * Math.exp(spread * this.normal());
  }
}
