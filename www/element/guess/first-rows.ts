/** The first rows of a CSV text: what a guess is made from. The package itself reads the file. */

export interface FirstRows {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', ';', '\t', '|'];
const ENOUGH = 200;

/** By the usual rules of quoting; a last row that the text may cut is left out. */
export function firstRows(text: string, limit = ENOUGH): FirstRows {
  const marked = text.replace(/^\uFEFF/, '');
  const said = /^sep=(.)\r?\n/.exec(marked);
  const body = said === null ? marked : marked.slice(said[0].length);
  const delimiter = said?.[1] ?? likeliest(body);
  const all = [...records(body, delimiter, limit + 1)];
  // The text may end anywhere: its last row is whole only where a line break ended it, or where it is all there is.
  const whole = all.length > 1 && all.length <= limit && !/[\r\n]$/.test(body) ? all.slice(0, -1) : all;
  const [header = [], ...rows] = whole;
  return { delimiter, header: header.map((name) => name.trim()), rows };
}

/** The delimiter that parts the first line most often, outside of quotes. */
function likeliest(body: string): string {
  const line = (/^[^\r\n]*/.exec(body)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (mark: string) => line.split(mark).length;
  return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] as string;
}

function* records(body: string, delimiter: string, limit: number): Generator<string[]> {
  let row: string[] = [];
  let given = 0;
  for (let at = 0; at < body.length && given < limit; ) {
    const [cell, end] = field(body, at, delimiter);
    row.push(cell);
    if (body[end] === delimiter) {
      at = end + 1;
      // A delimiter at the very end opens a field that is empty.
      if (at < body.length) continue;
      row.push('');
    } else at = body[end] === '\r' && body[end + 1] === '\n' ? end + 2 : end + 1;
    if (row.length > 1 || row[0] !== '') {
      given += 1;
      yield row;
    }
    row = [];
  }
}

/** A field and where it ends. */
function field(body: string, start: number, delimiter: string): [string, number] {
  const stop = (at: number) => at >= body.length || body[at] === delimiter || body[at] === '\n' || body[at] === '\r';
  let at = start;
  let text = '';
  if (body[at] === '"') {
    for (at += 1; at < body.length; at += 1) {
      if (body[at] !== '"') text += body[at];
      else if (body[at + 1] === '"') {
        text += '"';
        at += 1;
      } else {
        at += 1;
        break;
      }
    }
  }
  const from = at;
  while (!stop(at)) at += 1;
  return [text + body.slice(from, at), at];
}
