/** The page "The service": which view is shown, and a journal that is kept for as long as the page is open. */
import { byId } from '../shared/dom.js';
import { startTheme } from '../shared/theme.js';

const JOURNAL = './data/journal.json';
/** The day the page is read on: what is written in it counts from then on. */
const NOON = Date.parse('2026-11-20T12:00:00Z');

/** The published journal, and what was written since. */
async function journalWith(written) {
  const response = await fetch(JOURNAL);
  if (!response.ok) throw new Error('The journal of this page cannot be read.');
  const journal = await response.json();
  return { ...journal, entries: [...journal.entries, ...written] };
}

function startWriting(board) {
  const written = [];
  board.addEventListener('board-write', ({ detail: { entry, respondWith } }) => {
    respondWith(keep(entry));
  });

  async function keep(entry) {
    const next = [...written, { ...entry, time: new Date(NOON + written.length * 1000).toISOString() }];
    const journal = await journalWith(next);
    written.splice(0, written.length, ...next);
    board.journal = journal;
    byId('told').textContent = `Kept in this page until you leave it: ${written.length} written.`;
  }
}

customElements.whenDefined('strategy-board').then(() => {
  const board = byId('board');
  startTheme();
  byId('view').addEventListener('change', (event) => board.setAttribute('view', event.target.value));
  startWriting(board);
});
