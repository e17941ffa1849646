/** The package's main entry: nothing is registered and no browser is needed, so it imports under Node and on a server. */
import * as rest from './en-rest.js';
import { assets, learn, provide } from './throughline.js';

// A program may ask for anything at once (`initSync`): it has all the words from the start.
learn(rest);
provide(assets);

export * from './exported.js';
export * from './pictures.js';
