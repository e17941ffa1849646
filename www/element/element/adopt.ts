/** `actor`, `writable` and `journal` as properties, which come with the details: no first picture waits for them. */
import type { Journal } from '../types.js';

const NAMES = ['actor', 'writable', 'journal'] as const;
type Name = (typeof NAMES)[number];

const journals = new WeakMap<HTMLElement, Journal | string>();
/** How each element is drawn again. */
const drawn = new WeakMap<HTMLElement, () => void>();

export function adopt(host: HTMLElement, again: () => void): void {
  drawn.set(host, again);
  const kind = Object.getPrototypeOf(host) as object;
  for (const name of NAMES) {
    if (!Object.hasOwn(kind, name)) Object.defineProperty(kind, name, { configurable: true, ...accessors(name) });
    const own = Object.getOwnPropertyDescriptor(host, name);
    if (own === undefined) continue;
    // It was set before anybody knew it: it is set again, through the accessor.
    delete (host as { [known in Name]?: unknown })[name];
    Object.assign(host, { [name]: own.value });
  }
}

/** The first two reflect the attributes; a journal is no attribute's, which has an address. */
function accessors(name: Name): PropertyDescriptor & ThisType<HTMLElement> {
  if (name === 'journal') return JOURNAL;
  return {
    get() {
      return name === 'actor' ? (this.getAttribute(name) ?? undefined) : this.hasAttribute(name);
    },
    set(value: unknown) {
      if (value === undefined || value === null || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? '' : String(value));
    },
  };
}

const JOURNAL: PropertyDescriptor & ThisType<HTMLElement> = {
  get() {
    return journals.get(this);
  },
  set(value: Journal | string | null | undefined) {
    if (value === undefined || value === null) journals.delete(this);
    else journals.set(this, value);
    drawn.get(this)?.();
  },
};
