// Lays out the demo as a stranger would: plain pages and modules, with the package's own files beside them.
import fs from 'node:fs';
import path from 'node:path';
import { makeData } from './demo-data.mjs';
import { makeService } from './demo-service.mjs';
import { at, demoOut, dist } from './paths.mjs';
import { filesUnder, hashOf, isStamped, stamp } from './run.mjs';

const source = at('www', 'demo');
const shipped = () => filesUnder([dist], [demoOut]).filter((file) => !file.endsWith('.d.ts'));

function put(file, base, to) {
  const target = path.join(to, path.relative(base, file));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.copyFileSync(file, target);
}

export async function buildDemo() {
  const own = filesUnder([source]);
  const makers = ['demo.mjs', 'demo-data.mjs', 'demo-service.mjs'].map((name) => at('scripts', 'lib', name));
  const hash = hashOf([...own, ...shipped(), ...makers]);
  if (isStamped('demo', hash) && fs.existsSync(path.join(demoOut, 'index.html'))) return 'up to date';
  fs.rmSync(demoOut, { recursive: true, force: true });
  for (const file of shipped()) put(file, dist, path.join(demoOut, 'throughline'));
  for (const file of own) put(file, source, demoOut);
  makeData(path.join(demoOut, 'data'));
  await makeService(path.join(demoOut, 'data'));
  stamp('demo', hash);
  return 'done';
}
