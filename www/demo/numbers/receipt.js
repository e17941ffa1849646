/** A receipt that is dropped on the page, held line by line against the numbers that stand there. */
import { byId, h } from '../shared/dom.js';
import { messagesFor } from '../throughline/index.js';

const LARGEST = 1 << 20;
const words = messagesFor('en');

/** The receipt in a file; nothing where it is something else. */
export async function receiptIn(file) {
  if (file.size > LARGEST || !/^\s*\{/.test(await file.slice(0, 64).text())) return undefined;
  try {
    const json = JSON.parse(await file.text());
    return 'calculation' in json && 'plan' in json ? json : undefined;
  } catch {
    return undefined;
  }
}

/** Hashes are told by their beginning. */
function wordOf(value) {
  const text = String(value ?? '');
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}

export function showConfirmation(board, receipt, name) {
  const { confirmed, lines } = board.confirm(receipt);
  const line = ({ what, id = '', holds, verdict, expected, found }) => {
    const about = words.text(`confirm.${what}`, { id });
    const told = words.text(`confirm.${verdict}`, { expected: wordOf(expected), found: wordOf(found) });
    return h('li', { class: holds ? 'holds' : 'fails' }, `${holds ? '✓' : '✗'} ${about}: ${told}`);
  };
  const wrong = lines.filter(({ holds }) => !holds).length;
  const place = byId('confirmation');
  place.replaceChildren(
    h('h3', {}, `The receipt, held against ${name}`),
    h('p', {}, h('strong', {}, words.text(confirmed ? 'confirm.all' : 'confirm.not-all', { wrong }))),
    h('ul', {}, lines.map(line)),
  );
  place.scrollIntoView({ block: 'nearest' });
}
