/** From wherever the bytes are to a compiled module, with an error that says what stood in the way. */
import { ThroughlineError, wordsOf } from './error.js';

export type InitInput = string | URL | Response | BufferSource | WebAssembly.Module;

export async function compiled(given: InitInput | Promise<InitInput>): Promise<WebAssembly.Module> {
  const input = await given;
  if (typeof WebAssembly === 'undefined') throw new ThroughlineError('wasm-refused', { said: 'WebAssembly' });
  return typeof input === 'string' || input instanceof URL || isResponse(input) ? fetched(input) : fromBytes(input);
}

/** A content security policy without 'wasm-unsafe-eval' refuses to compile; the page must hear that in so many words. */
export function refusal(thrown: unknown): ThroughlineError {
  return new ThroughlineError('wasm-refused', { said: wordsOf(thrown) }, [], thrown);
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
  return fromBytes(bytes);
}

async function fromBytes(input: BufferSource | WebAssembly.Module): Promise<WebAssembly.Module> {
  if (input instanceof WebAssembly.Module) return input;
  try {
    return await WebAssembly.compile(input);
  } catch (thrown) {
    throw refusal(thrown);
  }
}
