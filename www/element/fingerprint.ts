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

  /** Takes the next bytes; waits where hashing falls behind. */
  async add(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      // A part is closed when more comes: one alone is the file.
      if (this.#filled === PART) {
        this.#close();
        await this.#parts.at(-WAITING);
      }
      const now = bytes.subarray(from, from + PART - this.#filled);
      this.#part.set(now, this.#filled);
      this.#filled += now.length;
      from += now.length;
    }
  }

  /** The hash, in hexadecimal. */
  async done(): Promise<string> {
    if (this.#parts.length === 0) return hexadecimal(await this.#digest(this.#part.subarray(0, this.#filled)));
    this.#close();
    const parts = await Promise.all(this.#parts);
    const all = new Uint8Array(await new Blob(parts).arrayBuffer());
    return `${hexadecimal(await this.#digest(all))}-${parts.length}`;
  }

  #close(): void {
    const hash = this.#digest(this.#part.subarray(0, this.#filled));
    // Whoever waits for it is told; until then a failure is nobody's.
    hash.catch(() => undefined);
    this.#parts.push(hash);
    // The bytes were copied when hashing began.
    this.#filled = 0;
  }
}

function hexadecimal(hash: ArrayBuffer): string {
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
