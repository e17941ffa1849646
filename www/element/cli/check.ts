/** `throughline check plan.json`. */
import { readFile } from 'node:fs/promises';
import { check } from '../index.js';

export async function checkCommand(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('throughline check: name a plan\n');
    return 2;
  }
  for (const file of files) {
    check(await readFile(file, 'utf8'));
    process.stdout.write(`${file}: a valid plan\n`);
  }
  return 0;
}
