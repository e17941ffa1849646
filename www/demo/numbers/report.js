/** What became of a file: how many of its rows are used, why others are not, and the way to get those. */
import { byId, h } from '../shared/dom.js';
import { ENCODING_WORDS } from '../shared/encoding.js';
import { refusedWords, warningWords } from '../shared/told.js';
import { counted, shared } from './words.js';

export function showReport(report, { name, encoding }, save) {
  const { read, used, refused, issues } = report;
  const share = `${counted(used)} of ${counted(read)} rows are used`;
  const left = refused > 0 ? `; ${counted(refused)} ${refused === 1 ? 'was' : 'were'} refused` : '';
  const said = [
    h(
      'p',
      {},
      h('strong', {}, name),
      ...(encoding in ENCODING_WORDS ? [`, read as ${ENCODING_WORDS[encoding]}`] : []),
      '.',
    ),
    read === 0
      ? h('p', {}, 'It has a header and no rows: there is nothing to count.')
      : h('p', {}, h('strong', {}, share), ` (${shared(used / read)})${left}.`),
    ...refusedWords(report),
    ...warningWords(report),
  ];
  if (issues.length > 0)
    said.push(h('p', {}, h('button', { type: 'button', click: save }, 'Save the refused rows as CSV')));
  byId('read').replaceChildren(...said);
}
