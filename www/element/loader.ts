/** Loads the one wasm module of the page, and replaces an instance that died. */
import * as glue from './core/throughline.js';
import { isRaw, ThroughlineError, toError, wordsOf } from './error.js';

export type InitInput = string | URL | Response | BufferSource | WebAssembly.Module;

/** Where the module comes from when nobody says; each entry knows, since one of them carries the bytes inside. */
let fallback: (() => InitInput | Promise<InitInput>) | undefined;
let started = false;
let starting: Promise<void> | undefined;
/** Grows whenever a fresh instance takes the place of a dead one; boards compare it with the one that they were opened in. */
let generation = 0;

export function provide(input: () => InitInput | Promise<InitInput>): void {
  fallback = input;
}

/** Loads the wasm module once for the page. Calling it again is free; after a failure it tries again. */
export function init(input?: InitInput | Promise<InitInput>): Promise<void> {
  if (started) return Promise.resolve();
  starting ??= load(input).finally(() => {
    starting = undefined;
  });
  return starting;
}

/** The same at once, from bytes or a compiled module. */
export function initSync(input: BufferSource | WebAssembly.Module): void {
  if (started) return;
  try {
    glue.initSync({ module: input });
  } catch (thrown) {
    throw refusal(thrown);
  }
  started = true;
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
  if (!started) throw new ThroughlineError('not-initialised');
  try {
    return run();
  } catch (thrown) {
    if (isRaw(thrown) || thrown instanceof ThroughlineError) throw toError(thrown);
    // Whatever else was thrown went through Rust's frames, which then never gave back what they had borrowed.
    revive();
    throw toError(thrown, 'board-failed');
  }
}

function revive(): void {
  glue.__wbg_reset_state();
  generation += 1;
}

async function load(given?: InitInput | Promise<InitInput>): Promise<void> {
  const input = await (given ?? fallback?.());
  if (input === undefined) throw new ThroughlineError('wasm-missing', { url: '', status: 0 });
  if (typeof WebAssembly === 'undefined') throw new ThroughlineError('wasm-refused', { said: 'WebAssembly' });
  const module =
    typeof input === 'string' || input instanceof URL || isResponse(input)
      ? await fetched(input)
      : await compiled(input);
  if (!started) initSync(module);
}

function isResponse(input: unknown): input is Response {
  return typeof Response === 'function' && input instanceof Response;
}

async function fetched(input: string | URL | Response): Promise<WebAssembly.Module> {
  const url = isResponse(input) ? input.url : String(input);
  let response: Response;
  try {
    response = isResponse(input) ? input : await fetch(input, { credentials: 'same-origin' });
  } catch (thrown) {
    throw new ThroughlineError('wasm-missing', { url, status: 0 }, [], thrown);
  }
  if (!response.ok) throw new ThroughlineError('wasm-missing', { url, status: response.status });
  return streamed(response, url);
}

/** Streams where the server names the type; a wrong type costs some speed and nothing else. */
async function streamed(response: Response, url: string): Promise<WebAssembly.Module> {
  const type = response.headers.get('Content-Type') ?? '';
  if (/^application\/wasm\b/i.test(type)) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (thrown) {
      throw refusal(thrown);
    }
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] !== 0 || bytes[1] !== 0x61 || bytes[2] !== 0x73 || bytes[3] !== 0x6d) {
    throw new ThroughlineError('wasm-not-wasm', { url, type });
  }
  console.warn(`throughline: ${url} is served as "${type}"; application/wasm would load faster.`);
  return compiled(bytes);
}

async function compiled(input: BufferSource | WebAssembly.Module): Promise<WebAssembly.Module> {
  if (input instanceof WebAssembly.Module) return input;
  try {
    return await WebAssembly.compile(input);
  } catch (thrown) {
    throw refusal(thrown);
  }
}

/** A content security policy without 'wasm-unsafe-eval' refuses to compile; the page must hear that in so many words. */
function refusal(thrown: unknown): ThroughlineError {
  return new ThroughlineError('wasm-refused', { said: wordsOf(thrown) }, [], thrown);
}
