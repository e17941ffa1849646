// Placeholder: the loader, with nothing chosen yet. One module instance a page, shared by every entry.
import start, { version as coreVersion, type InitInput } from './core/throughline.js';

let ready: Promise<void> | undefined;

/** Starts the core once; a failed start can be tried again. */
export function startWith(input: () => InitInput | Promise<InitInput>): Promise<void> {
  ready ??= (async () => {
    try {
      await start({ module_or_path: await input() });
    } catch (error) {
      ready = undefined;
      throw error;
    }
  })();
  return ready;
}

/** The version of the core. */
export function version(): string {
  return coreVersion();
}
