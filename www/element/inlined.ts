/** The wasm file's bytes, out of a module of their own that loads when it is needed. */

/** By `atob`: a strict policy refuses to fetch a `data:` address. */
export async function inlined(): Promise<Uint8Array<ArrayBuffer>> {
  const { default: base64 } = await import('./core/bytes.js');
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
