/** How it stands with what somebody writes in an element: it outlives the form, and the next choice. */
import type { JournalEntry } from '../../types.js';
import type { Faults, Values } from './fields.js';

/** Where an entry is on its way. */
export type Way = 'writing' | 'waiting' | 'saved' | 'refused' | 'unheard';

export interface State {
  /** The form that is open. */
  kind: JournalEntry['kind'] | undefined;
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

export function stateOf(host: HTMLElement): State {
  let state = states.get(host);
  if (state === undefined) {
    state = { kind: undefined, way: 'writing', about: '', said: '', faults: new Map(), drafts: new Map() };
    states.set(host, state);
  }
  return state;
}

export function draftOf({ drafts }: State, key: string): Values {
  let draft = drafts.get(key);
  if (draft === undefined) {
    draft = new Map();
    drafts.set(key, draft);
  }
  return draft;
}
