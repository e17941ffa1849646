/** The package's main entry: nothing is registered and no browser is needed, so it imports under Node and on a server. */
import { assetUrl } from './asset.js';
import { provide } from './loader.js';

provide(assetUrl);

export * from './api.js';
