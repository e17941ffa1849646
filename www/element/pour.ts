/**
 * Rows that come over time, read in slices: no task of the page is held for longer than one takes. A module of its own,
 * which loads when it is needed and shares no code with the others: what it needs of them it is handed.
 */
import { fingerprint } from './fingerprint.js';

/** How far reading has come. */
export interface Progress {
  /** Bytes read. */
  read: number;
  /** Bytes in all, where that is known before the end. */
  total?: number;
  /** Rows read, refused ones included. */
  rows: number;
}

/** What reading needs of the board. */
export interface Sink {
  feed(window: Uint8Array): void;
  rows(): number;
  /** The page hashes the file, the reader need not. */
  leaveHash(): void;
  /** Everything is fed, and the file's hash is this where the reader left it: what comes now is counting. */
  begin(hash: string | undefined): void;
  /** Counts a little more, and says whether there is more to do. */
  step(): boolean;
  /** Throws where nobody waits for the rows any more. */
  check(): void;
  /** Runs what the caller gave; what it throws becomes an error of that code. */
  guard<Result>(code: string, run: () => Result): Result;
  broken(thrown: unknown): Error;
  /** The error for fewer or more bytes than were told. */
  cutShort(read: number, total: number): Error;
  bytes(chunk: unknown): Uint8Array;
}

export interface Pouring {
  readonly signals: readonly AbortSignal[];
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Small enough that a slow machine reads one in a frame. */
const WINDOW = 128 * 1024;
/** So much of a file is asked for at a time, and hashed at once. */
const PIECE = 1 << 20;
/** So many milliseconds of work, then the page has its turn. */
const SLICE = 8;

/** Hands the page its turn whenever a slice of work is done. */
export class Turns {
  taken = 0;
  #began = performance.now();

  /** Whether the slice is used up. */
  get due(): boolean {
    return performance.now() - this.#began >= SLICE;
  }

  async pass(): Promise<void> {
    if (!this.due) return;
    this.taken += 1;
    await turn();
    this.#began = performance.now();
  }
}

/** Lets everything else that waits have its turn: painting, input, timers. */
function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}

/** Feeds everything and counts it, a slice at a time; nothing of the board has changed when it is done. */
export async function pour(rows: unknown, sink: Sink, { signals, onProgress }: Pouring): Promise<Turns> {
  const turns = new Turns();
  const hashing = fingerprint();
  if (hashing !== undefined) sink.leaveHash();
  const { total, chunks, stop } = opened(rows, sink, signals);
  // Whoever gave up before the stream was opened is not heard of again.
  if (signals.some(({ aborted }) => aborted)) stop?.();
  sink.check();
  let read = 0;
  const progress = () => ({ read, rows: sink.rows(), ...(total === undefined ? {} : { total }) });
  const tell = () => sink.guard('options-invalid', () => onProgress?.(progress()));
  for await (const chunk of chunks) {
    for (const piece of cut(chunk, PIECE)) {
      // Whoever waits for the hash may find another instance, or nobody who waits for the rows: each feeding looks.
      await hashed(hashing?.add(piece), sink);
      for (const window of cut(piece, WINDOW)) {
        sink.check();
        sink.feed(window);
        read += window.length;
        if (!turns.due) continue;
        tell();
        await turns.pass();
      }
    }
  }
  sink.check();
  if (total !== undefined && read !== total) throw sink.cutShort(read, total);
  tell();
  const hash = await hashed(hashing?.done(), sink);
  sink.check();
  sink.begin(hash);
  for (let more = true; more; ) {
    await turns.pass();
    sink.check();
    more = sink.step();
  }
  sink.check();
  return turns;
}

/** What the page's hash gives; that it failed is told as that the rows could not be read. */
async function hashed<Result>(result: Promise<Result> | undefined, sink: Sink): Promise<Result | undefined> {
  try {
    return await result;
  } catch (thrown) {
    throw sink.broken(thrown);
  }
}

/** A text that is made piece by piece. */
export async function joined(next: () => string | undefined): Promise<string> {
  const turns = new Turns();
  const pieces: string[] = [];
  for (let piece = next(); piece !== undefined; piece = next()) {
    pieces.push(piece);
    await turns.pass();
  }
  return pieces.join('');
}

interface Opened {
  total: number | undefined;
  /** Lets go of what comes. */
  stop?: () => void;
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What pours: bytes at hand, or bytes that come. */
type Coming = {
  size?: unknown;
  ok?: unknown;
  status?: unknown;
  body?: unknown;
  headers?: Headers;
  stream?: () => unknown;
};

function opened(rows: unknown, sink: Sink, signals: readonly AbortSignal[]): Opened {
  if (typeof rows === 'string') return { total: undefined, chunks: encoded(rows) };
  if (rows instanceof Uint8Array) return { total: rows.length, chunks: [rows] };
  if (rows instanceof Blob) {
    const bytes = direct(rows);
    if (bytes === undefined) return { total: rows.size, chunks: sliced(rows, sink) };
    const stop = () => void bytes.cancel().catch(() => undefined);
    return { total: rows.size, stop, chunks: streamed(pieces(bytes), bytes, stop, signals, sink) };
  }
  return sink.guard('options-invalid', () => {
    const given = rows as Coming;
    // The page that a server shows instead of a file is no table.
    if (given.ok === false) throw new TypeError(`status ${given.status}`);
    const total = typeof given.size === 'number' ? given.size : given.headers && promised(given.headers);
    const stream = 'getReader' in given ? given : 'body' in given ? (given.body ?? empty()) : given.stream?.();
    const reader = (stream as ReadableStream<unknown>).getReader();
    const stop = () => void reader.cancel().catch(() => undefined);
    const next = async () => {
      const { done, value } = await reader.read();
      return done ? undefined : sink.bytes(value);
    };
    return { total, stop, chunks: streamed(next, reader, stop, signals, sink) };
  });
}

/** A file's bytes as they can be had into room of our own; nothing where the browser does not give them so. */
function direct(file: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

/** The pieces of a file, always in the same room: each is done with before the next is asked for. */
function pieces(reader: ReadableStreamBYOBReader): () => Promise<Uint8Array | undefined> {
  let room = new ArrayBuffer(PIECE);
  return async () => {
    let filled = 0;
    for (let more = true; more && filled < PIECE; ) {
      const { done, value } = await reader.read(new Uint8Array(room, filled));
      if (value === undefined) return undefined;
      room = value.buffer;
      filled += value.length;
      more = !done;
    }
    return filled > 0 ? new Uint8Array(room, 0, filled) : undefined;
  };
}

/** How long a body is said to be; nothing where it is packed, since that length is another. */
function promised(headers: Headers): number | undefined {
  const length = headers.get('Content-Length');
  const packed = (headers.get('Content-Encoding') ?? 'identity') !== 'identity';
  return length === null || packed || !/^\d+$/.test(length) ? undefined : Number(length);
}

function empty(): ReadableStream<unknown> {
  return new ReadableStream({ start: (controller) => controller.close() });
}

function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

/** A file's bytes in slices; the next are on their way while these are read. */
async function* sliced(file: Blob, sink: Sink): AsyncGenerator<Uint8Array> {
  const piece = (from: number) => {
    const bytes = file.slice(from, from + PIECE).arrayBuffer();
    // Whoever waits for it is told; nobody does once the rows are given up.
    bytes.catch(() => undefined);
    return bytes;
  };
  let coming = piece(0);
  for (let from = PIECE; ; from += PIECE) {
    let bytes: ArrayBuffer;
    try {
      bytes = await coming;
    } catch (thrown) {
      throw sink.broken(thrown);
    }
    if (from < file.size) coming = piece(from);
    yield new Uint8Array(bytes);
    if (from >= file.size) return;
  }
}

/** A text in pieces, no character cut in two. */
function* encoded(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + WINDOW, text.length);
    const last = text.charCodeAt(to - 1);
    if (last >= 0xd800 && last < 0xdc00 && to < text.length) to += 1;
    yield encoder.encode(text.slice(from, to));
    from = to;
  }
}

/** What a stream gives; it is let go of as soon as nobody waits for it any more. */
async function* streamed(
  next: () => Promise<Uint8Array | undefined>,
  reader: { releaseLock(): void },
  stop: () => void,
  signals: readonly AbortSignal[],
  sink: Sink,
): AsyncGenerator<Uint8Array> {
  for (const signal of signals) signal.addEventListener('abort', stop, { once: true });
  try {
    for (let bytes = await next(); bytes !== undefined; bytes = await next()) yield bytes;
  } catch (thrown) {
    throw sink.broken(thrown);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', stop);
    stop();
    reader.releaseLock();
  }
}
