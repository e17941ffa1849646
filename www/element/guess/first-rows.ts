/** The first rows of a CSV text: what a guess is made from. The package itself reads the file. */
import { dsvFormat } from 'd3-dsv';

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
  const all = dsvFormat(delimiter)
    .parseRows(body)
    .filter((row) => row.length > 1 || row[0] !== '');
  // The text may end anywhere: its last row is whole only where a line break ended it, or where it is all there is.
  const whole = all.length > 1 && !/[\r\n]$/.test(body) ? all.slice(0, -1) : all;
  const [header = [], ...rows] = whole.slice(0, limit + 1);
  return { delimiter, header: header.map((name) => name.trim()), rows };
}

/** The same of a text that may go on: cut off anywhere, its last row is none, even where it ends with a line break. */
export function firstRowsOf(beginning: string, goesOn: boolean): FirstRows {
  return firstRows(goesOn ? `${beginning}\u0000` : beginning);
}

/** The delimiter that parts the first line most often, outside of quotes. */
function likeliest(body: string): string {
  const line = (/^[^\r\n]*/.exec(body)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const count = (mark: string) => line.split(mark).length;
  return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0] as string;
}
