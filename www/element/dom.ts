/**
 * A view is a tree of descriptions; `patch` makes a piece of the page equal to it by the fewest steps, so that focus,
 * selection and scroll stay where they are and a live change touches what changed. Only `createElement`,
 * `setAttribute` and text nodes are used: nothing that a strict policy or Trusted Types would refuse.
 */
export type Value = string | number | boolean | undefined | ((event: never) => void);
export type Child = Description | string | number | undefined | false | readonly Child[];

export interface Description {
  readonly tag: string;
  readonly key: string | undefined;
  readonly props: Readonly<Record<string, Value>>;
  readonly children: readonly (Description | string)[];
}

interface Known {
  description: Description;
  listeners: Map<string, (event: Event) => void>;
}

/** What each element was last made from. */
const made = new WeakMap<Element, Known>();
const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path', 'circle', 'rect', 'line', 'g', 'polygon']);

/**
 * Describes an element. `on…` props are listeners, `--x` props are custom properties or styles set one by one,
 * `key` keeps an element's identity among its siblings; a prop of `false` or `undefined` is absent.
 */
export function h(
  tag: string,
  props: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): Description {
  const key = props.key;
  return { tag, key: key === undefined ? undefined : String(key), props, children: flatten(children) };
}

function flatten(children: readonly Child[]): (Description | string)[] {
  const flat: (Description | string)[] = [];
  for (const child of children) {
    if (child === undefined || child === false || child === '') continue;
    if (Array.isArray(child)) flat.push(...flatten(child as readonly Child[]));
    else flat.push(typeof child === 'object' ? (child as Description) : String(child));
  }
  return flat;
}

/** Makes the children of `parent` equal to what is described. */
export function patch(parent: Element | ShadowRoot, ...children: readonly Child[]): void {
  reconcile(parent, flatten(children));
}

function reconcile(parent: Element | ShadowRoot, wanted: readonly (Description | string)[]): void {
  const keyed = new Map<string, Element>();
  for (const child of parent.children) {
    const key = made.get(child)?.description.key;
    if (key !== undefined) keyed.set(key, child);
  }
  let next: ChildNode | null = parent.firstChild;
  for (const item of wanted) {
    const found = typeof item === 'string' ? sameText(next) : sameElement(item, next, keyed);
    const node = found ?? (typeof item === 'string' ? document.createTextNode(item) : create(item));
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
    if (typeof item === 'string') {
      if (node.nodeValue !== item) node.nodeValue = item;
    } else update(node as Element, item);
  }
  while (next !== null) {
    const gone: ChildNode = next;
    next = next.nextSibling;
    gone.remove();
  }
}

function sameText(candidate: ChildNode | null): ChildNode | undefined {
  return candidate?.nodeType === Node.TEXT_NODE ? candidate : undefined;
}

function sameElement(item: Description, candidate: ChildNode | null, keyed: Map<string, Element>): Element | undefined {
  if (item.key !== undefined) {
    const known = keyed.get(item.key);
    return known !== undefined && made.get(known)?.description.tag === item.tag ? known : undefined;
  }
  if (candidate === null || candidate.nodeType !== Node.ELEMENT_NODE) return undefined;
  const known = made.get(candidate as Element);
  return known?.description.tag === item.tag && known.description.key === undefined
    ? (candidate as Element)
    : undefined;
}

function create(item: Description): Element {
  const element = SVG_TAGS.has(item.tag) ? document.createElementNS(SVG, item.tag) : document.createElement(item.tag);
  made.set(element, { description: { tag: item.tag, key: item.key, props: {}, children: [] }, listeners: new Map() });
  return element;
}

function update(element: Element, item: Description): void {
  const known = made.get(element);
  if (known === undefined || known.description === item) return;
  for (const name of Object.keys(known.description.props)) {
    if (!(name in item.props)) set(element, known, name, undefined);
  }
  for (const [name, value] of Object.entries(item.props)) {
    if (known.description.props[name] !== value) set(element, known, name, value);
  }
  known.description = item;
  // Whatever fills an element marked so is not described here: another hand draws it.
  if (item.props['data-foreign'] === undefined) reconcile(element, item.children);
}

function set(element: Element, known: Known, name: string, value: Value): void {
  if (name === 'key') return;
  if (name.startsWith('on')) listen(element, known, name.slice(2).toLowerCase(), value);
  else if (name.startsWith('--')) style(element as HTMLElement, name, value);
  else if (name === 'checked' || name === 'open' || name === 'hidden' || name === 'disabled')
    element.toggleAttribute(name, value === true);
  else if (value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

/** `--x` sets the custom property; `--:width` sets the style of that name. */
function style(element: HTMLElement, name: string, value: Value): void {
  const property = name.startsWith('--:') ? name.slice(3) : name;
  if (value === undefined || value === false) element.style.removeProperty(property);
  else element.style.setProperty(property, String(value));
}

function listen(element: Element, known: Known, type: string, value: Value): void {
  const before = known.listeners.get(type);
  if (before !== undefined) element.removeEventListener(type, before);
  known.listeners.delete(type);
  if (typeof value !== 'function') return;
  const listener = value as (event: Event) => void;
  element.addEventListener(type, listener);
  known.listeners.set(type, listener);
}
