// Where everything is: one place, so that no script guesses.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const at = (...parts) => path.join(root, ...parts);

/** Tools built or remembered by the set-up; never committed. */
export const tools = at('.tools');
/** Cargo's output for the wasm target, apart from the native one so that both can be built at once. */
export const wasmTarget = at('target', 'wasm');
/** The published package's files. */
export const dist = at('dist');
/** The demo, built as a stranger would build it from the package. */
export const demoOut = at('dist', 'demo');
/** The published TypeScript. */
export const element = at('www', 'element');
/** wasm-bindgen's glue and the wasm bytes as a module: written by the build, never committed. */
export const core = at('www', 'element', 'core');
