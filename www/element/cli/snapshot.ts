/** `throughline snapshot --mapping m.json rows.csv > snapshot.json`. */
import { readFile } from 'node:fs/promises';
import { type IngestReport, type Mapping, mergeSnapshots, messagesFor, type Snapshot, snapshotOf } from '../index.js';

interface Asked {
  mappings: string[];
  tables: string[];
}

export async function snapshotCommand(args: readonly string[]): Promise<number> {
  const asked = parse(args);
  const { mappings, tables } = asked;
  if (tables.length === 0 || (mappings.length !== 1 && mappings.length !== tables.length)) {
    process.stderr.write('throughline snapshot: name the tables, and one --mapping for all or one for each\n');
    return 2;
  }
  const snapshots: Snapshot[] = [];
  for (const [at, table] of tables.entries()) {
    const mapping = JSON.parse(await readFile(mappings[at] ?? mappings[0] ?? '', 'utf8')) as Mapping;
    const { report, snapshot } = snapshotOf(await readFile(table), mapping);
    tell(table, report);
    snapshots.push(snapshot);
  }
  process.stdout.write(`${JSON.stringify(mergeSnapshots(snapshots))}\n`);
  return 0;
}

function parse(args: readonly string[]): Asked {
  const asked: Asked = { mappings: [], tables: [] };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--mapping' || arg === '-m') {
      at += 1;
      asked.mappings.push(args[at] ?? '');
    } else asked.tables.push(arg);
  }
  return asked;
}

/** How many rows were used goes to the person; the snapshot goes to the file. */
function tell(table: string, report: IngestReport): void {
  const words = messagesFor('en');
  const line = words.text('report.read', { table, read: report.read, used: report.used, refused: report.refused });
  process.stderr.write(`${line}\n`);
  for (const { row, column, code, params } of report.issues.slice(0, 5)) {
    const said = words.text(`row.${code}`, { ...params });
    process.stderr.write(
      `  ${words.text('report.row', { row, column: column ?? '', placed: column !== undefined, said })}\n`,
    );
  }
}
