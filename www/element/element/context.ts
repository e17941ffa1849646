/** What every view is given: the model, the words, what is chosen, and the ways to act. */

import { type Child, type Description, h } from '../dom.js';
import type { Palette } from '../drawing.js';
import type { Sentence } from '../explaining.js';
import type { Catalog } from '../messages/catalog.js';
import type { Arguments } from '../messages/format.js';
import type { Model } from '../model.js';
import type { Change } from '../types.js';

export interface Context {
  readonly model: Model;
  readonly words: Catalog;
  /** The colours as the page shows them, for pictures. */
  readonly palette: Palette;
  readonly selected: string | undefined;
  /** Where the keyboard was last: the one Tab stop of the map and of the outline. */
  readonly reached: string | undefined;
  readonly folded: ReadonlySet<string>;
  /** One column, and little room in it. */
  readonly narrow: boolean;
  /** What the last live change moved. */
  readonly change: Change | undefined;
  select(id: string | undefined): void;
  /** Hears what a question to the board threw: what it lacks a part of the module for is shown when that has come. */
  lack(thrown: unknown): void;
  fold(id: string, shut: boolean): void;
}

/** A sentence whose filled-in names stand apart from its words, each in its own direction of writing. */
export function sentence(words: Catalog, { code, args }: Sentence, emphasised: readonly string[] = []): Child[] {
  return words.pieces(code, args as Arguments).map((piece) => {
    if (piece.name === undefined) return piece.text;
    return h(emphasised.includes(piece.name) ? 'em' : 'bdi', {}, piece.text);
  });
}

/** A heading and what stands under it. */
export function block(title: string, name: string, ...children: readonly Child[]): Description {
  return h('section', { class: `block ${name}`, 'aria-label': title, key: name }, h('h3', {}, title), ...children);
}
