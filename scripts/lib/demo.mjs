// Builds the demo as a stranger would: the package's own files beside the page, nothing reached inside them.
import fs from 'node:fs';
import path from 'node:path';
import { makeData } from './demo-data.mjs';
import { at, demoOut, dist } from './paths.mjs';
import { filesUnder, hashOf, isStamped, run, stamp } from './run.mjs';

const source = at('www', 'demo');
const shipped = () => filesUnder([dist], [demoOut]).filter((file) => !file.endsWith('.d.ts'));

/** `throughline` and its sub-paths stay imports, of the copied package files. */
const asStranger = {
  name: 'throughline',
  setup(build) {
    build.onResolve({ filter: /^throughline(\/|$)/ }, ({ path: name }) => {
      const entry = name === 'throughline' ? 'index' : name.slice('throughline/'.length);
      return { path: `./throughline/${entry}.js`, external: true };
    });
  },
};

export async function buildDemo() {
  const own = filesUnder([source]);
  const hash = hashOf([
    ...own,
    ...shipped(),
    ...['demo.mjs', 'demo-data.mjs'].map((name) => at('scripts', 'lib', name)),
  ]);
  if (isStamped('demo', hash) && fs.existsSync(path.join(demoOut, 'index.html'))) return 'up to date';
  fs.rmSync(demoOut, { recursive: true, force: true });
  const put = (file, to) => {
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(file, to);
  };
  for (const file of shipped()) put(file, path.join(demoOut, 'throughline', path.relative(dist, file)));
  await makeData(path.join(demoOut, 'data'));
  const typescript = own.filter((file) => file.endsWith('.ts'));
  for (const file of own) if (!file.endsWith('.ts')) put(file, path.join(demoOut, path.relative(source, file)));
  if (typescript.length > 0) {
    await run(at('node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.demo.json']);
    const { build } = await import('esbuild');
    // Entries are the files at the top; folders below hold what they import.
    const entryPoints = typescript.filter((file) => path.dirname(file) === source);
    const options = {
      bundle: true,
      format: 'esm',
      target: 'es2022',
      logLevel: 'silent',
      outdir: demoOut,
      plugins: [asStranger],
    };
    await build({ ...options, entryPoints });
  }
  stamp('demo', hash);
}
