/** Rows as the host has them (text, bytes, a file, a stream, objects) to windows of bytes for the reader. */
import { reading, ThroughlineError } from './error.js';

export type Cell = string | number | boolean | null | undefined;
export type SyncRows = string | ArrayBuffer | Uint8Array | readonly Readonly<Record<string, Cell>>[];
export type Rows = SyncRows | Blob | ReadableStream<Uint8Array> | Response;

/** A window: large enough to be quick, small enough that neither side ever holds the file twice. */
const WINDOW = 256 * 1024;

export function isSync(rows: Rows): rows is SyncRows {
  const known = () =>
    typeof rows === 'string' || Array.isArray(rows) || rows instanceof ArrayBuffer || ArrayBuffer.isView(rows);
  return reading('options-invalid', known);
}

/** Cuts what is in memory into windows. */
export function* windows(rows: SyncRows): Generator<Uint8Array> {
  const bytes = toBytes(rows);
  for (let from = 0; from < bytes.length; from += WINDOW) yield bytes.subarray(from, from + WINDOW);
}

/** The error that what is no rows is refused with, and where the rows stand. */
interface Refusal {
  code: string;
  at: string;
}

export function toBytes(rows: SyncRows, refusal: Refusal = { code: 'options-invalid', at: '' }): Uint8Array {
  return reading('csv-unreadable', () => bytesOf(rows, refusal));
}

function bytesOf(rows: SyncRows, refusal: Refusal): Uint8Array {
  if (typeof rows === 'string') return new TextEncoder().encode(rows);
  if (rows instanceof Uint8Array) return rows;
  if (rows instanceof ArrayBuffer) return new Uint8Array(rows);
  if (!Array.isArray(rows)) throw noRows(rows, refusal);
  const wrong = rows.findIndex((row) => typeof row !== 'object' || row === null);
  if (wrong >= 0) throw noRows(rows[wrong], { ...refusal, at: `${refusal.at}/${wrong}` }, 'not-a-row');
  return new TextEncoder().encode(toCsv(rows as readonly Readonly<Record<string, Cell>>[]));
}

/** What is given in place of rows by mistake is mostly something that rows can be had from: the issue says how. */
function noRows(given: unknown, { code, at }: Refusal, issue?: string): ThroughlineError {
  const kind = typeof given === 'object' && given !== null ? Object.prototype.toString.call(given).slice(8, -1) : '';
  const found = given === null ? 'null' : kind || typeof given;
  const rows = ['Blob', 'File', 'Response', 'ReadableStream', 'Promise'].includes(found) ? 'rows-to-come' : 'not-rows';
  return new ThroughlineError(code, {}, [{ code: issue ?? rows, path: at, params: { found } }]);
}

/** Objects become a table whose columns are every key that any of them has. */
function toCsv(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly Cell[]) => cells.map(quote).join(',');
  return [
    line(columns),
    ...rows.map((row) => line(columns.map((column) => (Object.hasOwn(row, column) ? row[column] : '')))),
  ].join('\n');
}

function quote(cell: Cell): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
