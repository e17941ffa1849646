/** Importing this teaches the rest of the English words: a module of its own, so that it can come later. */
import { learn } from './catalog.js';
import rest from './en-rest.json' with { type: 'json' };

learn(rest);
