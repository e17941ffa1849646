/** Files in and out: chosen or dropped, and saved. */
import { byId, h } from './dom.js';

/** Calls with each file that is chosen in `#file` or dropped on `#drop`. */
export function onFile(take) {
  const drop = byId('drop');
  const first = ([file]) => file && take(file);
  byId('file').addEventListener('change', ({ target }) => {
    first(target.files);
    // The same file may be chosen again.
    target.value = '';
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    first(event.dataTransfer.files);
  });
}

export function save(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the address by the time of the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** A byte order mark tells spreadsheets that it is UTF-8. */
export const saveCsv = (text, name) => save(`\uFEFF${text}`, name, 'text/csv');
