#!/usr/bin/env node
/** The package's command: rows to a snapshot, a plan's check, a receipt's confirmation, without any page. */
import { readFile } from 'node:fs/promises';
import { checkCommand } from './cli/check.js';
import { confirmCommand } from './cli/confirm.js';
import { mergeCommand } from './cli/merge.js';
import { snapshotCommand } from './cli/snapshot.js';
import { initSync, ThroughlineError, version } from './index.js';

const HELP = `throughline: rows to a snapshot, a plan's check, a receipt's confirmation

  throughline snapshot --mapping mapping.json [--mapping …] rows.csv [rows.csv …] > snapshot.json
      Reads each table by the mapping at the same place, or by the only one, and writes what they came to: partial
      sums by period and segment, groups under 5 (or the mapping's minimum) left out. The rows stay where they are.
  throughline merge snapshot.json snapshot.json [snapshot.json …] > all.json
      Puts snapshots together: other sources side by side, other days of one source added up.
  throughline check plan.json
      Says whether a plan is valid, or everything that is wrong with it and where.
  throughline confirm receipt.json plan.json [mapping.json …] [rows.csv …] [snapshot.json …] [records.json]
      Opens the plan on the receipt's day with the data, and tells line by line what the receipt says that is so here
      and what is not.
  throughline --version
`;

/** What a shell wants to know: 0 done, 1 the input is at fault, 2 the call is. */
async function main([command, ...rest]: readonly string[]): Promise<number> {
  initSync(await readFile(new URL('./throughline.wasm', import.meta.url)));
  switch (command) {
    case 'snapshot':
      return snapshotCommand(rest);
    case 'merge':
      return mergeCommand(rest);
    case 'check':
      return checkCommand(rest);
    case 'confirm':
      return confirmCommand(rest);
    case '--version':
      process.stdout.write(`${version()}\n`);
      return 0;
    case undefined:
    case 'help':
    case '--help':
      process.stdout.write(HELP);
      return 0;
    default:
      process.stderr.write(HELP);
      return 2;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const error = thrown instanceof ThroughlineError ? thrown : undefined;
  process.stderr.write(`throughline: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  for (const issue of error?.issues ?? []) process.stderr.write(`  ${issue.path || '/'}: ${issue.message}\n`);
  process.exitCode = 1;
}
