// Only the entries with an asset import this: bundlers emit the file where they see this expression.

/** Where the wasm file lies beside the published modules. */
export const assetUrl = (): URL => new URL('./throughline.wasm', import.meta.url);
