/**
 * The hash of a file that comes in windows, by the browser's own SHA-256. It takes no stream, so a file of more than
 * 1 MiB is hashed in parts of that length, as object stores do: the SHA-256 of the parts' hashes, `-` and how many there
 * are. The core says the same where a page has no such hash (src/format/fingerprint.rs).
 */

const PART = 1 << 20;
/** Parts that may wait to be hashed: what they hold is held twice. */
const WAITING = 4;

type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** Nothing in a page that came without encryption: browsers keep their hash from it. */
export function fingerprint(): Fingerprint | undefined {
  const { subtle } = (globalThis.crypto ?? {}) as { subtle?: SubtleCrypto };
  return subtle === undefined ? undefined : new Fingerprint((bytes) => subtle.digest('SHA-256', bytes));
}

export class Fingerprint {
  readonly #digest: Digest;
  readonly #parts: Promise<ArrayBuffer>[] = [];
  #part = new Uint8Array(PART);
  #filled = 0;

  constructor(digest: Digest) {
    this.#digest = digest;
  }

  /** Takes the next bytes; waits where hashing falls behind. A whole part is hashed where it lies. */
  async add(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const now = bytes.subarray(from, from + PART - this.#filled);
      from += now.length;
      if (now.length === PART) {
        await this.#close(now);
        continue;
      }
      this.#part.set(now, this.#filled);
      this.#filled += now.length;
      if (this.#filled === PART) await this.#closeOwn();
    }
  }

  /** The hash, in hexadecimal: of one part alone, its own. */
  async done(): Promise<string> {
    if (this.#filled > 0 || this.#parts.length === 0) await this.#closeOwn();
    const parts = await Promise.all(this.#parts);
    const [only] = parts;
    if (only !== undefined && parts.length === 1) return hexadecimal(only);
    const all = new Uint8Array(await new Blob(parts).arrayBuffer());
    return `${hexadecimal(await this.#digest(all))}-${parts.length}`;
  }

  #closeOwn(): Promise<unknown> {
    const own = this.#part.subarray(0, this.#filled);
    this.#filled = 0;
    return this.#close(own);
  }

  /** The bytes are copied when hashing begins; afterwards they are free again. */
  async #close(part: Uint8Array): Promise<void> {
    const hash = this.#digest(part as Uint8Array<ArrayBuffer>);
    // Whoever waits for it is told; until then a failure is nobody's.
    hash.catch(() => undefined);
    this.#parts.push(hash);
    await this.#parts.at(-WAITING);
  }
}

function hexadecimal(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
