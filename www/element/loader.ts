/**
 * The one wasm instance of the page, and what takes its place when it dies.
 *
 * By itself it comes in parts, each laid over those before it when it has come: the core paints a board; the reader's
 * part answers whoever looks at one; the third what some ask on; the rest reads rows, calculates and names mistakes. A call that needs a part too
 * early traps; the instance is then replaced as a dead one is, and the caller hears `rest-missing`.
 */
import { compiled, type InitInput, refusal } from './compile.js';
import * as glue from './core/throughline.js';
import { isRaw, ThroughlineError, toError } from './error.js';
import { isTaught, learn } from './taught.js';

export type { InitInput };

type Input = InitInput | Promise<InitInput>;

/** Where the parts come from when nobody says; each entry knows, since one of them carries the bytes inside. */
export interface Parts {
  core(): Input;
  /** Absent where the core is the whole. */
  later?: readonly (() => Input)[];
}

/** So many parts answer a reader: the core and the one after it. */
const READERS = 2;

/** So begins the name of an export that only a core has, and that only its own later parts ask for (scripts/wasm-tool). */
const SEAL = 'pair:';

let parts: Parts | undefined;
/** The exports of the core, and of each part that is laid over it. */
let laid: WebAssembly.Exports[] = [];
/** Whether every call can be made of this instance. */
let whole = false;
/** The later parts that have come, and those on their way. */
const later: (WebAssembly.Module | undefined)[] = [];
const coming: (Promise<void> | undefined)[] = [];
let starting: Promise<void> | undefined;
/** Handles that only the reader's part can let go: held until it is there, or the collector would ask what is not. */
let handles: unknown[] = [];
/** Grows whenever a fresh instance takes the place of a dead one; boards compare it with the one that they were opened in. */
let generation = 0;

export function provide(given: Parts): void {
  parts = given;
}

/** Loads the wasm module once for the page. Calling it again is free; after a failure it tries again. */
export async function init(input?: Input): Promise<void> {
  await (input === undefined ? complete() : begin(input));
}

/** The same at once, from the bytes of `throughline.wasm` or that module compiled. */
export function initSync(input: BufferSource | WebAssembly.Module): void {
  if (laid.length > 0) return;
  try {
    adopt(glue.initSync({ module: input }));
  } catch (thrown) {
    throw refusal(thrown);
  }
  // An error that is quicker than its words says its code.
  if (whole) void words().catch(() => undefined);
}

/** Loads what painting a board needs, and no more. */
export function begin(input?: Input): Promise<void> {
  if (laid.length > 0) return Promise.resolve();
  starting ??= start(input ?? parts?.core()).finally(() => {
    starting = undefined;
  });
  return starting;
}

/** Loads so many parts, all of them unless told; what is not there yet is asked for at once. */
export async function complete(count = Number.POSITIVE_INFINITY): Promise<void> {
  if (whole || laid.length >= count) return;
  const wanted = parts?.later?.slice(0, count - 1) ?? [];
  await Promise.all([begin(), words(), ...wanted.map(fetched)]);
  lay();
  // Somebody who waited as well has found that it does not fit, and has put it away.
  if (!whole && laid.length <= wanted.length) throw new ThroughlineError('wasm-mismatch');
}

/** Loads what a reader's page may ask of a board. */
export function completeReader(): Promise<void> {
  return complete(READERS);
}

/** Whether that is there. */
export function hasReader(): boolean {
  return whole || laid.length >= READERS;
}

/** Keeps a handle from the garbage collector as long as nothing could give its memory back. */
export function hold<Handle>(handle: Handle): Handle {
  if (!hasReader()) handles.push(handle);
  return handle;
}

export function isWhole(): boolean {
  return whole;
}

/** Calls; where that needed a part that is not there yet, loads it and calls again. */
export async function wholly<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await run();
    } catch (thrown) {
      if (!lacksRest(thrown) || !(await more())) throw thrown;
    }
  }
}

/** Loads the part after those that are there, and says whether there is more now. */
export async function more(): Promise<boolean> {
  const before = laid.length;
  await complete(before + 1);
  return whole || laid.length > before;
}

export function lacksRest(thrown: unknown): boolean {
  return thrown instanceof ThroughlineError && thrown.code === 'rest-missing';
}

/** The version of the core. */
export function version(): string {
  return call(() => glue.version());
}

export function instance(): number {
  return generation;
}

/** Runs a call into wasm. A fault that is none of ours means a dead instance: a fresh one takes its place. */
export function call<Result>(run: () => Result): Result {
  if (laid.length === 0) throw new ThroughlineError('not-initialised');
  try {
    return run();
  } catch (thrown) {
    if (isRaw(thrown) || thrown instanceof ThroughlineError) throw toError(thrown);
    const early = !whole && thrown instanceof WebAssembly.RuntimeError;
    // Whatever else was thrown went through Rust's frames, which then never gave back what they had borrowed.
    revive();
    throw early ? new ThroughlineError('rest-missing', {}, [], thrown) : toError(thrown, 'board-failed');
  }
}

function revive(): void {
  glue.__wbg_reset_state();
  generation += 1;
  // Once there is an instance, this gives its exports.
  adopt(glue.initSync({ module: new Uint8Array() }));
  lay();
}

function adopt(made: unknown): void {
  laid = [made as WebAssembly.Exports];
  whole = !Object.keys(made as object).some((name) => name.startsWith(SEAL));
}

/** A later part is fetched once, by whoever asks first; after a failure again. */
function fetched(given: () => Input, at: number): Promise<void> | undefined {
  if (later[at] !== undefined) return undefined;
  coming[at] ??= compiled(given())
    .then((module) => {
      later[at] = module;
    })
    .finally(() => {
      coming[at] = undefined;
    });
  return coming[at];
}

/** What has come is laid over what is there, in its order: it fills the places that earlier parts left for it. */
function lay(): void {
  for (let at = laid.length - 1; !whole; at += 1) {
    const module = later[at];
    if (module === undefined) return;
    try {
      const imports = Object.assign(glue.__wbg_get_imports(), laid);
      laid.push(new WebAssembly.Instance(module, imports as WebAssembly.Imports).exports);
    } catch (thrown) {
      later[at] = undefined;
      throw new ThroughlineError('wasm-mismatch', {}, [], thrown);
    }
    whole = laid.length > (parts?.later?.length ?? 0);
    handles = [];
  }
}

/** What the rest says, it says in words that a first picture does without. Their module shares no code. */
async function words(): Promise<void> {
  // The pure entry has them inside.
  if (!isTaught()) learn(await import('./en-rest.js'));
}

async function start(input: Input | undefined): Promise<void> {
  if (input === undefined) throw new ThroughlineError('wasm-missing', { url: '', status: 0 });
  const module = await compiled(input);
  if (laid.length === 0) initSync(module);
}
