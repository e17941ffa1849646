/**
 * Writing down what people say about what is chosen: check-in, feedback, decision, override (P15). The host says who the
 * actor is and allows writing; it alone saves, and until it has said so nothing here is called saved.
 */
import type { Child, Description } from '../dom.js';
import type { JournalEntry } from '../types.js';
import type { Context } from './context.js';
import { block, h } from './parts.js';
import {
  type Faults,
  type Field,
  fieldsOf,
  KINDS,
  type Kind,
  read,
  type Subject,
  type Values,
} from './write-fields.js';

/** What a listener of `board-write` is given: the entry, and the way to say that it was saved. */
export interface BoardWrite {
  readonly entry: JournalEntry;
  /** Takes the answer: kept once it is fulfilled, refused where it is rejected or gives `false`. */
  respondWith(answer: unknown): void;
}

/** Where an entry is on its way. */
type Way = 'writing' | 'waiting' | 'saved' | 'refused' | 'unheard';

interface State {
  /** The form that is open. */
  kind: Kind | undefined;
  way: Way;
  /** What the last entry was about: how it fared is told there and nowhere else. */
  about: string;
  /** What the host said as it refused. */
  said: string;
  faults: Faults;
  /** What was typed, by subject and kind: it outlives the form. */
  readonly drafts: Map<string, Values>;
}

const states = new WeakMap<HTMLElement, State>();
/** No node has such an id: folding it draws the board again and folds nothing. */
const AGAIN = '\u0000write';

/** The forms; nothing where the host has named no actor or does not allow writing. */
export function write(context: Context, host: HTMLElement, subject: Subject): Description | false {
  const actor = host.getAttribute('actor')?.trim();
  if (!actor || !host.hasAttribute('writable')) return false;
  const state = stateOf(host);
  const form = new Form(context, host, subject, state, actor);
  return block(context.words.text('write.title'), 'write', form.buttons(), form.whole());
}

function stateOf(host: HTMLElement): State {
  let state = states.get(host);
  if (state === undefined) {
    state = { kind: undefined, way: 'writing', about: '', said: '', faults: new Map(), drafts: new Map() };
    states.set(host, state);
  }
  return state;
}

class Form {
  constructor(
    readonly context: Context,
    readonly host: HTMLElement,
    readonly subject: Subject,
    readonly state: State,
    readonly actor: string,
  ) {}

  #again(): void {
    this.context.fold(AGAIN, false);
  }

  /** One button for each kind; it tells whether its form is open. */
  buttons(): Description {
    const { words } = this.context;
    const { state } = this;
    const button = (kind: Kind) =>
      h(
        'button',
        {
          type: 'button',
          class: 'copy',
          key: kind,
          'aria-expanded': String(state.kind === kind),
          disabled: state.way === 'waiting',
          onclick: () => this.#open(state.kind === kind ? undefined : kind),
        },
        words.text(`write.${kind}`),
      );
    return h('p', { class: 'row' }, KINDS.map(button));
  }

  #open(kind: Kind | undefined): void {
    Object.assign(this.state, { kind, way: 'writing', said: '', faults: new Map() });
    this.#again();
    // The frame in which it is drawn was asked for before this one.
    if (kind !== undefined) requestAnimationFrame(() => this.#field('')?.focus());
  }

  #field(name: string): HTMLElement | null | undefined {
    const of = name === '' ? '' : `[name="${name}"]`;
    return this.host.shadowRoot?.querySelector<HTMLElement>(`.write form :is(input,select,textarea)${of}`);
  }

  whole(): Child[] {
    const { kind, way, about } = this.state;
    const told = kind !== undefined || (way === 'saved' && about === this.subject.id);
    return [kind !== undefined && this.#form(kind), told && this.#told()];
  }

  /** How it stands with what was written, read out as it changes. */
  #told(): Description {
    const { way, about, said } = this.state;
    const { words } = this.context;
    const text =
      way === 'writing' || about !== this.subject.id ? '' : words.text(`write.is-${way}`, { said, why: said !== '' });
    return h('p', { role: 'status', class: 'note', key: 'told', 'data-way': way }, text);
  }

  #form(kind: Kind): Description {
    const { words } = this.context;
    const waiting = this.state.way === 'waiting';
    return h(
      'form',
      {
        key: `${kind} ${this.subject.id}`,
        novalidate: true,
        'aria-label': words.text(`write.${kind}`),
        onsubmit: (event: Event) => this.#submit(event, kind),
        oninput: (event: Event) => this.#typed(event, kind),
        onkeydown: (event: KeyboardEvent) => {
          if (event.key !== 'Escape' || waiting) return;
          // What was typed is kept; the panel stays open.
          event.stopPropagation();
          this.#open(undefined);
        },
      },
      fieldsOf(kind, this.subject).map((field) => this.#labelled(kind, field)),
      h('p', { class: 'note' }, words.text('write.as', { actor: this.actor })),
      h(
        'p',
        { class: 'row' },
        h('button', { type: 'submit', class: 'copy', disabled: waiting }, words.text('write.send')),
        h(
          'button',
          { type: 'button', class: 'link', disabled: waiting, onclick: () => this.#open(undefined) },
          words.text('write.close'),
        ),
      ),
    );
  }

  #draft(kind: Kind): Values {
    const key = `${this.subject.id} ${kind}`;
    let draft = this.state.drafts.get(key);
    if (draft === undefined) {
      draft = new Map();
      this.state.drafts.set(key, draft);
    }
    return draft;
  }

  #labelled(kind: Kind, field: Field): Description {
    const { words } = this.context;
    const { name } = field;
    const [id, wrong] = [`write-${name}`, `wrong-${name}`];
    const fault = this.state.faults.get(name);
    const shared = {
      id,
      name,
      'aria-required': field.required === true && 'true',
      'aria-invalid': fault !== undefined && 'true',
      'aria-describedby': fault !== undefined && wrong,
      // What is on its way is not changed under it.
      disabled: this.state.way === 'waiting',
    };
    const label = words.text(`write.field-${field.label ?? name}`, { unit: field.unit ?? '', named: !!field.unit });
    return h(
      'p',
      { class: 'field', key: name },
      h('label', { for: id }, label),
      this.#control(field, shared, this.#draft(kind).get(name) ?? ''),
      fault !== undefined && h('span', { id: wrong, class: 'wrong' }, words.text(`write.wrong-${fault}`)),
    );
  }

  #control(field: Field, shared: Readonly<Record<string, string | boolean>>, typed: string): Description {
    const { words } = this.context;
    if (field.choices !== undefined) {
      const option = (value: string) =>
        h(
          'option',
          { value, selected: value === typed },
          value === '' ? words.text('write.choose') : words.text(`${field.words ?? `write.${field.name}`}-${value}`),
        );
      return h('select', shared, ['', ...field.choices].map(option));
    }
    if (field.long) return h('textarea', { ...shared, rows: 3 }, typed);
    const kind = field.type === 'date' ? { type: 'date' } : { type: 'text', inputmode: field.number && 'decimal' };
    return h('input', { ...shared, ...kind, value: typed, autocomplete: 'off' });
  }

  #typed(event: Event, kind: Kind): void {
    const { name, value } = event.target as HTMLInputElement;
    this.#draft(kind).set(name, value);
  }

  #submit(event: Event, kind: Kind): void {
    event.preventDefault();
    const { state } = this;
    if (state.way === 'waiting') return;
    const found = read(kind, this.subject, this.#draft(kind), this.actor);
    state.faults = found.faults;
    if (found.entry === undefined) {
      state.way = 'writing';
      this.#again();
      const [first = ''] = found.faults.keys();
      requestAnimationFrame(() => this.#field(first)?.focus());
      return;
    }
    this.#hand(found.entry, kind);
  }

  /** Hands the entry to the host, and waits for what it says. */
  #hand(entry: JournalEntry, kind: Kind): void {
    const { state } = this;
    state.about = this.subject.id;
    let answer: Promise<unknown> | undefined;
    const respondWith = (given: unknown) => {
      answer = Promise.resolve(given);
    };
    const detail: BoardWrite = { entry, respondWith };
    const event = new CustomEvent('board-write', { bubbles: true, composed: true, cancelable: true, detail });
    const heard = this.host.dispatchEvent(event);
    if (!heard || answer === undefined) {
      // Somebody refused it at once, or nobody took it: either way it is saved nowhere.
      answer?.catch(() => undefined);
      Object.assign(state, { way: heard ? 'unheard' : 'refused', said: '' });
      this.#again();
      return;
    }
    Object.assign(state, { way: 'waiting', said: '' });
    this.#again();
    const done = (way: Way, said = '') => {
      if (way === 'saved') {
        state.drafts.delete(`${this.subject.id} ${kind}`);
        state.kind = undefined;
      }
      Object.assign(state, { way, said });
      this.#again();
    };
    answer.then(
      (kept) => done(kept === false ? 'refused' : 'saved'),
      (thrown: unknown) => done('refused', thrown instanceof Error ? thrown.message : String(thrown ?? '')),
    );
  }
}
