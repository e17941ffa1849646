/** The views that stand in the picture's place, and the forms: what comes when somebody asks for one of them. */
import type { Board } from '../board.js';
import type { Description } from '../dom.js';
import { chaseView } from './chase.js';
import type { Context } from './context.js';
import { addSheet, h, teach } from './parts.js';
import { spoken } from './spoken.js';

type Views = typeof import('../views.js');

let loaded: Views | undefined;
let coming: Promise<void> | undefined;
let failed = false;

export function whole(name: string, context: Context, board: Board, host: HTMLElement): Description {
  if (name === 'chase') return chaseView(context, board);
  return views(context, host)?.viewed(name, context, board, host) ?? awaited(context);
}

/** The forms about what is chosen; nothing where the host has named no actor or does not allow writing. */
export function writing(
  context: Context,
  board: Board,
  host: HTMLElement,
  subject: Parameters<Views['write']>[3],
): Description | false {
  if (!host.getAttribute('actor')?.trim() || !host.hasAttribute('writable')) return false;
  return views(context, host)?.write(context, board, host, subject) ?? awaited(context);
}

/** They are loaded once for the page; after a failure when the reader says so. */
function views(context: Context, host: HTMLElement): Views | undefined {
  if (loaded === undefined) {
    if (!failed) load(context);
    return undefined;
  }
  // The review tells findings as well; both files are asked for at once.
  if (![spoken(context, 'views'), spoken(context, 'findings')].every(Boolean)) return undefined;
  const root = host.shadowRoot as ShadowRoot;
  const all = addSheet(loaded.sheet);
  if (root.adoptedStyleSheets.length < all.length) root.adoptedStyleSheets = all;
  return loaded;
}

function load(context: Context): void {
  failed = false;
  coming ??= import('../views.js')
    .then(
      (came) => {
        teach(came.words);
        loaded = came;
      },
      () => {
        failed = true;
      },
    )
    .finally(() => {
      coming = undefined;
    });
  void coming.then(() => context.fold('', false));
}

function awaited(context: Context): Description {
  const { words } = context;
  const again = { type: 'button', class: 'link', onclick: () => load(context) };
  return h(
    'p',
    { class: 'note', key: 'awaited', role: 'status' },
    words.text(failed ? 'what-if.failed' : 'closer.coming'),
    failed && [' ', h('button', again, words.text('state.retry'))],
  );
}
