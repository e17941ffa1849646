/**
 * The one wasm instance of the page, and what takes its place when it dies.
 *
 * By itself it comes in two parts: the core paints a board, the rest (reading rows, explaining, reporting what is wrong)
 * is laid over it when it has come. A call that needs the rest too early traps; the instance is then replaced as a dead
 * one is, and the caller hears `rest-missing`.
 */
import { compiled, type InitInput, refusal } from './compile.js';
import * as glue from './core/throughline.js';
import { isRaw, ThroughlineError, toError } from './error.js';
import { isTaught, learn } from './messages/catalog.js';

export type { InitInput };

type Input = InitInput | Promise<InitInput>;

/** Where the two parts come from when nobody says; each entry knows, since one of them carries the bytes inside. */
export interface Parts {
  core(): Input;
  /** Absent where the core is the whole. */
  rest?(): Input;
}

/** So begins the name of an export that only a core has, and that only its own rest asks for (scripts/wasm-tool). */
const SEAL = 'pair:';

let parts: Parts | undefined;
let exports: WebAssembly.Exports | undefined;
/** Whether every call can be made of this instance. */
let whole = false;
let rest: WebAssembly.Module | undefined;
let starting: Promise<void> | undefined;
let completing: Promise<void> | undefined;
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
  if (exports !== undefined) return;
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
  if (exports !== undefined) return Promise.resolve();
  starting ??= start(input ?? parts?.core()).finally(() => {
    starting = undefined;
  });
  return starting;
}

/** Loads what `begin` leaves out, where it leaves anything out; both at once where neither is there. */
export function complete(): Promise<void> {
  if (whole) return Promise.resolve();
  completing ??= Promise.all([rest ?? (parts?.rest && compiled(parts.rest())), begin(), words()])
    .then(([module]) => {
      rest = module;
      if (!whole) attach();
    })
    .finally(() => {
      completing = undefined;
    });
  return completing;
}

export function isWhole(): boolean {
  return whole;
}

/** Calls; where that needed the part that is not there yet, loads it and calls again. */
export async function wholly<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (thrown) {
    if (!lacksRest(thrown)) throw thrown;
    await complete();
    return run();
  }
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
  if (exports === undefined) throw new ThroughlineError('not-initialised');
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
  if (!whole && rest !== undefined) attach();
}

function adopt(made: unknown): void {
  exports = made as WebAssembly.Exports;
  whole = !Object.keys(exports).some((name) => name.startsWith(SEAL));
}

/** The rest fills the places that the core left for it. */
function attach(): void {
  if (exports === undefined || rest === undefined) return;
  try {
    new WebAssembly.Instance(rest, { ...glue.__wbg_get_imports(), core: exports });
  } catch (thrown) {
    rest = undefined;
    throw new ThroughlineError('wasm-mismatch', {}, [], thrown);
  }
  whole = true;
}

/** What the rest says, it says in words that a first picture does without. A module of nothing else shares no code. */
async function words(): Promise<void> {
  // The pure entry has them inside.
  if (!isTaught()) learn((await import('./messages/en-rest.json', { with: { type: 'json' } })).default);
}

async function start(input: Input | undefined): Promise<void> {
  if (input === undefined) throw new ThroughlineError('wasm-missing', { url: '', status: 0 });
  const module = await compiled(input);
  if (exports === undefined) initSync(module);
}
