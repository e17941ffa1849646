/** Files named in attributes: fetched with conditional requests, polled politely, backing off when the server fails. */
import { ThroughlineError } from '../error.js';

/** One file; remembers its validators, so that an unchanged one costs a header. */
export class Source {
  readonly url: string;
  #etag: string | null = null;
  #modified: string | null = null;

  constructor(url: string) {
    this.url = url;
  }

  /** The file's text, or `undefined` where it has not changed since it was last read. */
  read(signal: AbortSignal): Promise<string | undefined> {
    return this.take(signal, (response) => response.text());
  }

  /** The same as whatever is made of the answer. */
  async take<Body>(signal: AbortSignal, body: (response: Response) => Promise<Body>): Promise<Body | undefined> {
    let response: Response;
    try {
      response = await fetch(this.url, {
        headers: this.#validators(),
        cache: 'no-cache',
        credentials: 'same-origin',
        signal,
      });
    } catch (thrown) {
      throw new ThroughlineError('source-unreachable', { url: this.url }, [], thrown);
    }
    if (response.status === 304) return undefined;
    if (!response.ok) {
      throw new ThroughlineError('source-failed', {
        url: this.url,
        status: response.status,
        wait: retryAfter(response),
      });
    }
    const text = await body(response).catch((thrown) => {
      throw new ThroughlineError('source-unreachable', { url: this.url }, [], thrown);
    });
    const seen = this.#etag;
    this.#etag = response.headers.get('ETag');
    this.#modified = response.headers.get('Last-Modified');
    // A server that answers 200 with the validator we know has nothing new to say either.
    return this.#etag !== null && this.#etag === seen ? undefined : text;
  }

  forget(): void {
    this.#etag = null;
    this.#modified = null;
  }

  /** Other origins would be asked for leave first (a preflight); there the browser's own cache does the asking. */
  #validators(): Record<string, string> {
    if (new URL(this.url, document.baseURI).origin !== location.origin) return {};
    return {
      ...(this.#etag === null ? {} : { 'If-None-Match': this.#etag }),
      ...(this.#modified === null ? {} : { 'If-Modified-Since': this.#modified }),
    };
  }
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

const LONGEST = 15 * 60;
/** Polling faster helps nobody and wears the server out. */
const SHORTEST = 0.1;
/** A timer counts 31 bits of milliseconds; beyond them it would fire at once. */
const A_DAY = 86_400;

/** Calls `poll` every so often while the page is seen; after failures ever more rarely. One timer, never two. */
export class Poller {
  readonly #poll: () => Promise<void>;
  #seconds = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(poll: () => Promise<void>) {
    this.#poll = poll;
  }

  /** Starts, or changes the pace; 0 stops. */
  every(seconds: number): void {
    this.#seconds = seconds > 0 ? Math.min(Math.max(seconds, SHORTEST), A_DAY) : 0;
    this.#wait(0);
  }

  stop(): void {
    this.every(0);
    this.#failures = 0;
  }

  /** The page is seen again: a number that may be old is asked for now. */
  wake(): void {
    if (this.#seconds > 0 && this.#timer === undefined && !this.#running) void this.#run();
  }

  #wait(atLeast: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#seconds <= 0) return;
    const pace = Math.min(this.#seconds * 2 ** this.#failures, Math.max(LONGEST, this.#seconds));
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        // An unseen page asks for nothing; `wake` comes when it is seen.
        if (!document.hidden) void this.#run();
      },
      Math.min(Math.max(pace, atLeast), A_DAY) * 1000,
    );
  }

  async #run(): Promise<void> {
    this.#running = true;
    let wait = 0;
    try {
      await this.#poll();
      this.#failures = 0;
    } catch (thrown) {
      this.#failures += 1;
      wait = thrown instanceof ThroughlineError ? Number(thrown.params.wait ?? 0) : 0;
    } finally {
      this.#running = false;
      this.#wait(wait);
    }
  }
}
