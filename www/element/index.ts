/** The package's main entry: nothing is registered and no browser is needed, so it imports under Node and on a server. */
import rest from './messages/en-rest.json' with { type: 'json' };
import { assets, learn, provide } from './throughline.js';

// A program may ask for anything at once (`initSync`): it has all the words from the start.
learn(rest);
provide(assets);

export * from './exported.js';
