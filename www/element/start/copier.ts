/** A copy of what a caller gives, as deep as it goes: their getters and proxies run here and nowhere else. */

/** Something that is no plain object and no whole list: its answers would be lost without a word if it were read as one. */
export class Foreign {
  readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
  }
}

/** Where copying stopped is in `trail`, when something in it throws. */
export class Copier {
  readonly trail: string[] = [];
  /** What was copied before: things may stand in several places, and places in places. */
  readonly #copies = new Map<object, unknown>();

  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (this.#copies.has(value)) return this.#copies.get(value);
    const made = this.#made(value);
    this.#copies.set(value, made);
    return made;
  }

  #made(value: object): unknown {
    if (Array.isArray(value)) return this.#list(value);
    // As JSON does it, and with it whoever hands a plan to a board.
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function') return this.copy(toJSON.call(value, this.trail.at(-1) ?? ''));
    const kind = kindOf(value);
    if (kind !== undefined) return new Foreign(kind);
    const named = value as Record<string, unknown>;
    return Object.fromEntries(Object.keys(value).map((name) => [name, this.#inside(name, () => named[name])]));
  }

  #list(value: readonly unknown[]): unknown {
    const items: unknown[] = [];
    for (let at = 0; at < value.length; at += 1) {
      if (!(at in value)) return new Foreign('array with holes');
      items.push(this.#inside(String(at), () => value[at]));
    }
    // What stands beside the items has a name that no list has.
    return Object.keys(value).length > items.length ? new Foreign('array with names') : items;
  }

  #inside(name: string, read: () => unknown): unknown {
    this.trail.push(name);
    const made = this.copy(read());
    this.trail.pop();
    return made;
  }
}

/** What it is instead of a plain object, of this page or of another frame. */
function kindOf(value: object): string | undefined {
  const maker: object | null = Object.getPrototypeOf(value);
  if (maker === null || Object.getPrototypeOf(maker) === null) return undefined;
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return tag === 'Object' ? 'class instance' : tag;
}
