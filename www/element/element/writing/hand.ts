/** Hands an entry to the host, and waits for what it says: the host alone saves, and until it says so nothing is called saved. */
import type { JournalEntry } from '../../types.js';
import type { Way } from './state.js';

/** What a listener of `board-write` is given: the entry, and the way to say that it was saved. */
export interface BoardWrite {
  readonly entry: JournalEntry;
  /** Takes the answer: kept once it is fulfilled, refused where it is rejected or gives `false`. */
  respondWith(answer: unknown): void;
}

/** Tells how it goes, at once and when the host has answered. */
export function hand(host: HTMLElement, entry: JournalEntry, tell: (way: Way, said?: string) => void): void {
  let answer: Promise<unknown> | undefined;
  const respondWith = (given: unknown) => {
    answer = Promise.resolve(given);
  };
  const detail: BoardWrite = { entry, respondWith };
  const event = new CustomEvent('board-write', { bubbles: true, composed: true, cancelable: true, detail });
  const heard = host.dispatchEvent(event);
  if (!heard || answer === undefined) {
    // Somebody refused it at once, or nobody took it: either way it is saved nowhere.
    answer?.catch(() => undefined);
    tell(heard ? 'unheard' : 'refused');
    return;
  }
  tell('waiting');
  answer.then(
    (kept) => tell(kept === false ? 'refused' : 'saved'),
    (thrown: unknown) => tell('refused', thrown instanceof Error ? thrown.message : String(thrown ?? '')),
  );
}
