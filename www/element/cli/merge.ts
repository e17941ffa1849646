/** `throughline merge a.json b.json > c.json`. */
import { readFile } from 'node:fs/promises';
import { mergeSnapshots } from '../index.js';

export async function mergeCommand(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write('throughline merge: name the snapshots\n');
    return 2;
  }
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  process.stdout.write(`${JSON.stringify(mergeSnapshots(texts))}\n`);
  return 0;
}
