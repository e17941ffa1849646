/**
 * Writing down what people say about what is chosen: check-in, feedback, decision, what was told, override (P15). The host
 * says who the actor is and allows writing; it alone saves, and until it has said so nothing here is called saved.
 */
import type { Board } from '../../board.js';
import type { Child, Description } from '../../dom.js';
import type { JournalEntry } from '../../types.js';
import type { Context } from '../context.js';
import { block, h } from '../parts.js';
import { labelled } from './controls.js';
import { type Field, type Kind, picked, read, type Subject, type Values } from './fields.js';
import { hand } from './hand.js';
import { KINDS } from './kinds.js';
import { draftOf, type State, stateOf, type Way } from './state.js';
import { hasJournal, type Waiting, waitingFor } from './waiting.js';

/** The forms about a subject. */
export function write(context: Context, board: Board, host: HTMLElement, subject: Subject): Description {
  const form = new Form(context, board, host, subject);
  return block(context.words.text('write.title'), 'write', form.buttons(), form.whole());
}

class Form {
  readonly #state: State;
  readonly #actor: string;

  constructor(
    readonly context: Context,
    readonly board: Board,
    readonly host: HTMLElement,
    readonly subject: Subject,
  ) {
    this.#state = stateOf(host);
    this.#actor = host.getAttribute('actor')?.trim() ?? '';
  }

  #again(): void {
    this.context.fold('', false);
  }

  /** One button for each kind; it tells whether its form is open. What nobody can be told of without a journal is left out. */
  buttons(): Description {
    const { words } = this.context;
    const state = this.#state;
    const button = ({ kind }: Kind) =>
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
    const offered = hasJournal(this.context, this.host) ? KINDS : KINDS.filter(({ kind }) => kind !== 'told');
    return h('p', { class: 'row' }, offered.map(button));
  }

  #open(kind: JournalEntry['kind'] | undefined): void {
    Object.assign(this.#state, { kind, way: 'writing', said: '', faults: new Map() });
    this.#again();
    // The frame in which it is drawn was asked for before this one.
    if (kind !== undefined) requestAnimationFrame(() => this.#field('')?.focus());
  }

  #field(name: string): HTMLElement | null | undefined {
    const of = name === '' ? '' : `[name="${name}"]`;
    return this.host.shadowRoot?.querySelector<HTMLElement>(`.write form :is(input,select,textarea)${of}`);
  }

  whole(): Child[] {
    const { kind, way, about } = this.#state;
    const open = KINDS.find((one) => one.kind === kind);
    const told = open !== undefined || (way === 'saved' && about === this.subject.id);
    return [open !== undefined && this.#form(open), told && this.#told()];
  }

  /** How it stands with what was written, read out as it changes. */
  #told(): Description {
    const { way, about, said } = this.#state;
    const { words } = this.context;
    const text =
      way === 'writing' || about !== this.subject.id ? '' : words.text(`write.is-${way}`, { said, why: said !== '' });
    return h('p', { role: 'status', class: 'note', key: 'told', 'data-way': way }, text);
  }

  #form(kind: Kind): Description {
    const { words } = this.context;
    const waiting = waitingFor(kind, this.context, this.board, this.host, this.subject);
    const fields = kind.fields(this.subject, waiting.picks);
    const busy = this.#state.way === 'waiting';
    return h(
      'form',
      {
        key: `${kind.kind} ${this.subject.id}`,
        novalidate: true,
        'aria-label': words.text(`write.${kind.kind}`),
        onsubmit: (event: Event) => this.#submit(event, kind, fields),
        oninput: (event: Event) => this.#typed(event, kind),
        onkeydown: (event: KeyboardEvent) => {
          if (event.key !== 'Escape' || busy) return;
          // What was typed is kept; the panel stays open.
          event.stopPropagation();
          this.#open(undefined);
        },
      },
      fields.map((field) => this.#labelled(kind, field)),
      this.#none(kind, waiting),
      fields.length > 0 && h('p', { class: 'note' }, words.text('write.as', { actor: this.#actor })),
      h(
        'p',
        { class: 'row' },
        fields.length > 0 && h('button', { type: 'submit', class: 'copy', disabled: busy }, words.text('write.send')),
        h(
          'button',
          { type: 'button', class: 'link', disabled: busy, onclick: () => this.#open(undefined) },
          words.text('write.close'),
        ),
      ),
    );
  }

  /** Why there is nothing to choose from. */
  #none(kind: Kind, { picks, untold }: Waiting): Child {
    if (kind.answers === undefined || picks.length > 0 || !hasJournal(this.context, this.host)) return false;
    return h('p', { class: 'note' }, this.context.words.text(untold ?? `write.none-${kind.answers}`));
  }

  #key({ kind }: Kind): string {
    return `${this.subject.id} ${kind}`;
  }

  #draft(kind: Kind): Values {
    return draftOf(this.#state, this.#key(kind));
  }

  #labelled(kind: Kind, field: Field): Description {
    const { way, faults } = this.#state;
    const typed = this.#draft(kind).get(field.name) ?? '';
    const fault = faults.get(field.name);
    return labelled(this.context.words, field, { typed, fault, disabled: way === 'waiting' });
  }

  #typed(event: Event, kind: Kind): void {
    const { name, value, type, checked } = event.target as HTMLInputElement;
    const draft = this.#draft(kind);
    if (type !== 'checkbox') draft.set(name, value);
    else {
      const others = picked(draft.get(name) ?? '').filter((id) => id !== value);
      draft.set(name, JSON.stringify(checked ? [...others, value] : others));
    }
  }

  #submit(event: Event, kind: Kind, fields: readonly Field[]): void {
    event.preventDefault();
    const state = this.#state;
    if (state.way === 'waiting') return;
    const found = read(kind, fields, { subject: this.subject, typed: this.#draft(kind), actor: this.#actor });
    state.faults = found.faults;
    if (found.entry === undefined) {
      state.way = 'writing';
      this.#again();
      const [first = ''] = found.faults.keys();
      requestAnimationFrame(() => this.#field(first)?.focus());
      return;
    }
    state.about = this.subject.id;
    hand(this.host, found.entry, (way, said = '') => this.#fared(kind, way, said));
  }

  /** What was saved is not there to be sent again; what was refused is. */
  #fared(kind: Kind, way: Way, said: string): void {
    const state = this.#state;
    if (way === 'saved') {
      state.drafts.delete(this.#key(kind));
      state.kind = undefined;
    }
    Object.assign(state, { way, said });
    this.#again();
  }
}
