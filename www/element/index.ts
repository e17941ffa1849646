/** The package's main entry: nothing is registered and no browser is needed, so it imports under Node and on a server. */
import { assets } from './asset.js';
import { provide } from './loader.js';

provide(assets);

export * from './api.js';
