/**
 * The plan as an outline: the ARIA tree pattern with one Tab stop, arrows, Home, End and typing a letter. A node that
 * serves several parents unfolds under the first and is named under the others.
 */
import { type Description, h } from '../dom.js';
import type { NodeView } from '../model.js';
import type { Context } from './context.js';
import { kindWord, nodeFigure } from './figures.js';
import { cardName } from './labels.js';
import { mark } from './marks.js';

const BELOW = new Set(['strategy', 'action']);

export function tree(context: Context): Description {
  const { model, words } = context;
  const seen = new Set<string>();
  const company = [...model.nodes.values()].find((node) => node.kind === 'company-mission');
  const roots = [company !== undefined && model.mission.parents.includes(company.id) ? company : model.mission];
  const current =
    [context.reached, context.selected].find((id) => id !== undefined && model.nodes.has(id)) ?? roots[0]?.id;
  const item = (node: NodeView, level: number): Description => branch(context, node, level, current ?? '', seen);
  return h(
    'div',
    { class: 'outline', key: 'outline' },
    h(
      'ul',
      { role: 'tree', 'aria-label': words.text('tree.label'), part: 'tree', onkeydown: onKey },
      roots.map((node) => item(node, 1)),
    ),
    model.loose.length > 0 && h('h3', { class: 'loose' }, words.text('tree.loose')),
    model.loose.length > 0 &&
      h(
        'ul',
        { role: 'tree', 'aria-label': words.text('tree.loose'), onkeydown: onKey },
        model.loose.map((node) => item(node, 1)),
      ),
  );
}

function branch(context: Context, node: NodeView, level: number, current: string, seen: Set<string>): Description {
  const { words } = context;
  const again = seen.has(node.id);
  seen.add(node.id);
  const below = again ? [] : node.children;
  const shut = context.folded.has(node.id);
  const status = node.score?.status;
  return h(
    'li',
    {
      role: 'treeitem',
      key: `${again ? 'again-' : ''}${node.id}`,
      'data-id': node.id,
      'aria-level': level,
      'aria-expanded': below.length > 0 ? String(!shut) : undefined,
      'aria-selected': String(context.selected === node.id),
      // The first Tab lands on the chosen item; which of them is current moves with the arrows.
      tabindex: node.id === current && !again ? 0 : -1,
      class: `item kind-${node.kind}`,
      'aria-label': cardName(words, node, again),
      onclick: (event: Event) => {
        event.stopPropagation();
        const fold = (event.target as Element).closest('.fold');
        if (fold === null) context.select(node.id);
        else context.fold(node.id, !shut);
      },
    },
    h(
      'div',
      { class: 'row' },
      h('span', { class: below.length > 0 ? 'fold' : 'leaf', 'aria-hidden': 'true' }),
      status === undefined ? h('span', { class: 'mark' }) : mark(status),
      h(
        'span',
        { class: 'name' },
        // Depth tells strategies and actions; the upper kinds are named.
        !BELOW.has(node.kind) && h('span', { class: 'kind' }, kindWord(words, node)),
        h('bdi', { class: 'title' }, node.title),
        h('span', { class: 'by' }, again ? words.text('tree.shared') : byline(context, node)),
      ),
      nodeFigure(context, node),
    ),
    below.length > 0 &&
      !shut &&
      h(
        'ul',
        { role: 'group' },
        below.map((child) => branch(context, child, level + 1, current, seen)),
      ),
  );
}

function byline({ words }: Context, node: NodeView): string {
  return node.owners.length === 0 ? '' : words.write.list(node.owners.map((owner) => owner.name));
}

/** Arrows walk what is unfolded; right and left unfold, fold and climb, mirrored where the page is. */
function onKey(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const item = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
  if (item === null) return;
  const items = [...list.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const at = items.indexOf(item);
  const mirrored = getComputedStyle(list).direction === 'rtl';
  const key = mirrored ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key] ?? event.key) : event.key;
  const to = target(key, items, at, item);
  if (to === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (to instanceof HTMLElement) to.focus();
  else to();
}

function target(
  key: string,
  items: HTMLElement[],
  at: number,
  item: HTMLElement,
): HTMLElement | (() => void) | undefined {
  const open = item.getAttribute('aria-expanded');
  const press = (selector: string) => () => item.querySelector<HTMLElement>(selector)?.click();
  switch (key) {
    case 'ArrowDown':
      return items[at + 1] ?? item;
    case 'ArrowUp':
      return items[at - 1] ?? item;
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
      return open === 'false' ? press('.fold') : open === 'true' ? items[at + 1] : undefined;
    case 'ArrowLeft':
      return open === 'true'
        ? press('.fold')
        : (item.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? undefined);
    case 'Enter':
    case ' ':
      return press('.row');
    default:
      return key.length === 1 ? starting(key, items, at) : undefined;
  }
}

function starting(letter: string, items: HTMLElement[], at: number): HTMLElement | undefined {
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return order.find((item) =>
    item.querySelector('.title')?.textContent?.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()),
  );
}
