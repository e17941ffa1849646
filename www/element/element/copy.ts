/** Copying a text that stands in the page: by the clipboard where the page may, else it is chosen for the reader's own keys. */
import type { Catalog } from '../messages/catalog.js';

/** What a button does that stands behind the text, with a place for the answer beside it. */
export function copied(words: Catalog): (event: Event) => void {
  return (event) => {
    const button = event.currentTarget as HTMLElement;
    const text = button.closest('.letter')?.querySelector('textarea');
    const answer = button.nextElementSibling;
    if (!text || answer === null) return;
    text.select();
    void written(text.value).then((done) => {
      answer.textContent = words.text(done ? 'chase.copied' : 'chase.copy-yourself');
    });
  };
}

/** A page that is no secure one has no clipboard, and a frame's policy may refuse it. */
async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
