/** Rows on their way into a board: at once, or in slices as they come. Whatever fails, the reader is given back. */
import * as glue from './core/throughline.js';
import { reading, ThroughlineError, unreadable } from './error.js';
import type { Loading } from './given.js';
import { toJson } from './given.js';
import { call, complete, instance, isWhole } from './loader.js';
import type { Sink } from './pour.js';
import { isSync, type Rows, type SyncRows, toBytes, windows } from './rows.js';
import type { IngestReport, Mapping } from './types.js';
import { withZone } from './zone.js';

export function mappingJson(mapping: Mapping): string {
  return toJson(reading('json-syntax', () => withZone(mapping)));
}

/** A reader that was fed what is in memory. */
export function filled(mapping: string, bytes: Uint8Array): glue.Reader {
  const reader = call(() => new glue.Reader(mapping));
  const started = instance();
  try {
    for (const window of windows(bytes)) call(() => reader.feed(window));
    return reader;
  } catch (thrown) {
    if (started === instance()) reader.free();
    throw thrown;
  }
}

/** Joins a text that is made piece by piece, in slices. */
export type Collect = (next: () => string | undefined) => Promise<string>;

/** The board that waits for the rows. */
interface Waiting extends Loading {
  replace: boolean;
  /** Aborted when the board is freed. */
  gone: AbortSignal;
  live(): glue.Core;
  /** Takes the rows in; what the board holds then is put into words by `collect`. */
  take(intake: glue.Intake, collect: Collect): Promise<IngestReport>;
}

/** Reads rows in slices; the mapping is refused at once, unless what reads it is still to come. */
export function poured(mapping: string, rows: Rows, waiting: Waiting): Promise<IngestReport> {
  const begun = () =>
    pouredInto(
      call(() => new glue.Reader(mapping)),
      rows,
      waiting,
    );
  return isWhole() ? begun() : unlessStopped(complete(), rows, waiting).then(begun);
}

/** Throws where nobody waits for the rows any more. */
function check({ live, signal }: Waiting): void {
  call(live);
  if (signal?.aborted) throw new ThroughlineError('aborted', {}, [], signal.reason);
}

/** What reads the rows may take long to come: whoever gives up meanwhile is answered at once. */
function unlessStopped<Result>(coming: Promise<Result>, rows: Rows, waiting: Waiting): Promise<Result> {
  const heard = new AbortController();
  const given = new Promise<Result>((done, fail) => {
    const stop = () => {
      try {
        check(waiting);
      } catch (thrown) {
        letGo(rows);
        fail(thrown);
      }
    };
    for (const signal of [waiting.gone, waiting.signal]) signal?.addEventListener('abort', stop, heard);
    stop();
    coming.then(done, fail);
  });
  return given.finally(() => heard.abort());
}

/** A stream that nobody will read is not left to fill up. */
function letGo(rows: Rows): void {
  try {
    const stream = 'body' in (rows as Response) ? (rows as Response).body : (rows as ReadableStream);
    void stream?.cancel?.().catch(() => undefined);
  } catch {
    // No stream, or one that somebody reads already.
  }
}

async function pouredInto(reader: glue.Reader, rows: Rows, waiting: Waiting): Promise<IngestReport> {
  const { replace, signal, onProgress, gone, live, take } = waiting;
  const started = instance();
  const signals = signal === undefined ? [gone] : [gone, signal];
  let left: glue.Reader | glue.Intake | undefined = reader;
  let intake: glue.Intake | undefined;
  const sink: Sink = {
    feed: (window) => call(() => reader.feed(window)),
    rows: () => (left === reader ? call(() => reader.rows()) : 0),
    leaveHash: () => call(() => reader.leaveHash()),
    begin: (hash) => {
      left = undefined;
      left = intake = call(() => live().begin(reader, replace, hash));
    },
    step: () => call(() => intake?.step() ?? false),
    check: () => {
      call(live);
      if (started !== instance()) throw new ThroughlineError('board-failed', { said: 'ingest' });
      check(waiting);
    },
    guard: reading,
    broken: (thrown) => unreadable('csv-unreadable', thrown),
    cutShort: (read, total) =>
      new ThroughlineError('csv-unreadable', {}, [{ code: 'cut-short', path: '', params: { read, total } }]),
    bytes: (chunk) => toBytes(chunk as SyncRows),
  };
  try {
    const { joined, pour } = await unlessStopped(import('./pour.js'), rows, waiting);
    await pour(isSync(rows) && typeof rows !== 'string' ? toBytes(rows) : rows, sink, { signals, onProgress });
    sink.check();
    const done = intake as unknown as glue.Intake;
    left = undefined;
    return await take(done, joined);
  } catch (thrown) {
    if (started === instance()) left?.free();
    throw thrown;
  }
}
