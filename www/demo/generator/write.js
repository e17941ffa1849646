/**
 * Writes the made-up rows as CSV: `node www/demo/generator/write.js FOLDER`.
 *
 * The same seed gives the same bytes on every machine; the folder is the caller's choice (the build writes into the
 * built demo). Nothing here describes a real person, company or case.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import * as customers from './customers.js';
import * as employees from './employees.js';
import * as surveys from './surveys.js';
import * as tickets from './tickets.js';

/** The seed of the published demo. */
export const SEED = 'fernhill-2026';

/** CSV with a header, quotes only where they are needed, lines ended by a line feed. */
export function csv(header, rows) {
  const cell = (value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/** File name → content of every file of made-up rows. */
export function files(seed = SEED) {
  return {
    'made-up-tickets.csv': csv(tickets.HEADER, tickets.tickets(seed)),
    'made-up-tickets-cold-snap.csv': csv(tickets.HEADER, tickets.tickets(seed, { coldSnap: true })),
    'made-up-surveys.csv': csv(surveys.HEADER, surveys.surveys(seed)),
    'made-up-customers.csv': csv(customers.HEADER, customers.customers(seed)),
    'made-up-employees.csv': csv(employees.HEADER, employees.employees(seed)),
  };
}

/** Writes every file into the folder and returns their names. */
export function write(folder, seed = SEED) {
  mkdirSync(folder, { recursive: true });
  const all = files(seed);
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return Object.keys(all);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error('usage: node www/demo/generator/write.js FOLDER');
    process.exit(2);
  }
  console.log(write(folder).join('\n'));
}
