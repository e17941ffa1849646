/** The data files that the attributes name: how each is read, and what it brought. */
import { reading } from '../error.js';
import type { Mapping, Snapshot, SnapshotSource } from '../types.js';
import { Source } from './sources.js';

type Written = { readonly sources: readonly SnapshotSource[] };

/** Sources by id, each with the hash of the rows that it was made of. */
export type Brought = Map<string, string | undefined>;

export interface Feed {
  readonly source: Source;
  readonly mapping: Source | undefined;
  written: string | undefined;
  known: Mapping | undefined;
  /** What was asked for before there was a board to take it. */
  ahead?: Promise<string | Blob | undefined> | undefined;
  /** What was read, until it is taken: a snapshot's text, or a table, which the browser may keep on its disk. */
  read?: string | Blob | undefined;
  /** What it brought to the board, over all the times that it was read. */
  readonly brought: Brought;
}

/** Each data file is a snapshot (`.json`) or a table, which takes the next mapping. */
export function feeds({ data, mappings }: { data: readonly string[]; mappings: readonly string[] }): Feed[] {
  const left = [...mappings];
  return data.map((url) => {
    const path = url.split(/[?#]/)[0] ?? '';
    const mapping = path.endsWith('.json') ? undefined : left.shift();
    return {
      source: new Source(url),
      mapping: mapping === undefined ? undefined : new Source(mapping),
      written: undefined,
      known: undefined,
      brought: new Map(),
    };
  });
}

export function fetchAhead(feed: Feed, signal: AbortSignal): void {
  feed.ahead = fetched(feed, signal);
  // Whoever takes it hears of a failure; where nobody comes to that, it is nobody's.
  feed.ahead.catch(() => undefined);
}

function fetched({ source, mapping }: Feed, signal: AbortSignal): Promise<string | Blob | undefined> {
  return mapping === undefined ? source.read(signal) : source.take(signal, (response) => response.blob());
}

/** The file where it is new, its mapping read before it; it is kept until somebody takes it. */
export async function readFeed(feed: Feed, signal: AbortSignal): Promise<string | Blob | undefined> {
  const { ahead } = feed;
  if (feed.mapping !== undefined) {
    const mapping = await feed.mapping.read(signal);
    if (mapping !== undefined) {
      // By another mapping the same rows come to something else: they are asked for again.
      if (mapping !== feed.written && ahead === undefined) feed.source.forget();
      feed.written = mapping;
      feed.known = taken(feed.mapping, mapping);
    }
  }
  // A failure is told once: the next poll asks anew.
  feed.ahead = undefined;
  feed.read = (await (ahead ?? fetched(feed, signal))) ?? feed.read;
  return feed.read;
}

/** The sources of a snapshot that was taken. */
export function sourcesOf(snapshot: Snapshot | string): Brought {
  const read = typeof snapshot === 'string' ? parsed(snapshot) : snapshot;
  return new Map((read as Written).sources.map(({ id, hash }) => [id, hash]));
}

export function parsed(text: string): unknown {
  return reading('json-syntax', () => JSON.parse(text));
}

/** A mapping; one that is no JSON is asked for again, or the next poll would be told that nothing has changed. */
function taken(source: Source, text: string): Mapping {
  try {
    return parsed(text) as Mapping;
  } catch (thrown) {
    source.forget();
    throw thrown;
  }
}
