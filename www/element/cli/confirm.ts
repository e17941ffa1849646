/** `throughline confirm receipt.json plan.json mapping.json rows.csv …`. */
import { readFile } from 'node:fs/promises';
import { Board, type Confirmation, type Mapping, messagesFor, type Plan, type Snapshot } from '../index.js';

type Found =
  | { kind: 'plan'; json: Plan }
  | { kind: 'snapshot'; json: Snapshot }
  | { kind: 'mapping'; json: Mapping }
  | { kind: 'records'; json: readonly never[] }
  | { kind: 'rows'; bytes: Buffer };

/** What else is named may come in any order, but for rows: each is read by the mapping at its place, or the only one. */
export async function confirmCommand([receipt, ...files]: readonly string[]): Promise<number> {
  if (receipt === undefined || files.length === 0) {
    process.stderr.write('throughline confirm: name a receipt, its plan, and its data\n');
    return 2;
  }
  const text = await readFile(receipt, 'utf8');
  const found = await Promise.all(files.map(look));
  const plan = found.find((each) => each.kind === 'plan');
  if (plan === undefined) {
    process.stderr.write('throughline confirm: no file is a plan\n');
    return 2;
  }
  const board = Board.openSync(plan.json, { asOf: dayOf(text) });
  fill(board, found);
  const confirmation = board.confirm(text);
  tell(confirmation);
  board.free();
  return confirmation.confirmed ? 0 : 1;
}

function fill(board: Board, found: readonly Found[]): void {
  const mappings = found.filter((each) => each.kind === 'mapping');
  for (const [at, { bytes }] of found.filter((each) => each.kind === 'rows').entries()) {
    const mapping = mappings[at] ?? mappings[0];
    if (mapping === undefined) throw new Error(messagesFor('en').text('confirm.no-mapping'));
    board.ingest(bytes, mapping.json);
  }
  for (const each of found) {
    if (each.kind === 'snapshot') board.load(each.json);
    if (each.kind === 'records') board.record(each.json);
  }
}

async function look(file: string): Promise<Found> {
  const bytes = await readFile(file);
  const json = parsed(bytes);
  if (json === undefined) return { kind: 'rows', bytes };
  if (Array.isArray(json)) return { kind: 'records', json: json as unknown as readonly never[] };
  if ('mission' in json) return { kind: 'plan', json: json as unknown as Plan };
  return 'sources' in json ? { kind: 'snapshot', json } : { kind: 'mapping', json };
}

/** What is no JSON object or list is a table. */
function parsed(bytes: Buffer): Record<string, unknown> | unknown[] | undefined {
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The day of the receipt; what is no receipt is named by the board itself. */
function dayOf(text: string): string {
  const json = parsed(Buffer.from(text));
  const day = json !== undefined && 'asOf' in json ? json.asOf : undefined;
  return typeof day === 'string' ? day : '1970-01-01';
}

function tell({ confirmed, lines }: Confirmation): void {
  const words = messagesFor('en');
  for (const { what, id = '', holds, verdict, expected, found } of lines) {
    const about = words.text(`confirm.${what}`, { id });
    const told = words.text(`confirm.${verdict}`, { expected: wordOf(expected), found: wordOf(found) });
    process.stdout.write(`${holds ? ' ' : '!'} ${about}: ${told}\n`);
  }
  const wrong = lines.filter(({ holds }) => !holds).length;
  process.stdout.write(`${words.text(confirmed ? 'confirm.all' : 'confirm.not-all', { wrong })}\n`);
}

/** Hashes are told by their beginning. */
function wordOf(value: unknown): string {
  const text = String(value ?? '');
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}
