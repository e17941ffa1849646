/** The views that stand in the picture's place: the chase list, and those that come when one of them is asked for. */
import type { Board } from '../board.js';
import type { Description } from '../dom.js';
import { chaseView } from './chase.js';
import type { Context } from './context.js';
import { addSheet, h, teach } from './parts.js';

let loaded: typeof import('../views.js') | undefined;
let coming: Promise<void> | undefined;
let failed = false;

export function whole(name: string, context: Context, board: Board, host: HTMLElement): Description {
  if (name === 'chase') return chaseView(context, board);
  if (loaded === undefined) return awaited(context);
  const root = host.shadowRoot as ShadowRoot;
  const all = addSheet(loaded.sheet);
  if (root.adoptedStyleSheets.length < all.length) root.adoptedStyleSheets = all;
  return loaded.viewed(name, context, board, host);
}

/** Loads them once for the page; after a failure when the reader says so. */
function awaited(context: Context): Description {
  const { words } = context;
  const again = () => context.fold('', false);
  const load = () => {
    failed = false;
    coming ??= import('../views.js')
      .then(
        (views) => {
          teach(views.words);
          loaded = views;
        },
        () => {
          failed = true;
        },
      )
      .finally(() => {
        coming = undefined;
      });
    void coming.then(again);
  };
  if (!failed) load();
  return h(
    'p',
    { class: 'note', key: 'awaited', role: 'status' },
    words.text(failed ? 'what-if.failed' : 'closer.coming'),
    failed && [' ', h('button', { type: 'button', class: 'link', onclick: load }, words.text('state.retry'))],
  );
}
