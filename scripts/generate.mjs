// Writes what follows from the Rust types: JSON Schemas, and from them TypeScript types.
// Usage: npm run generate            writes
//        npm run generate -- --check compares, and fails where something differs
import fs from 'node:fs';
import path from 'node:path';
import { at, element, tools } from './lib/paths.mjs';
import { CannotGoOn, filesUnder, main, run } from './lib/run.mjs';

const HEADER = '// Generated from the Rust types by `npm run generate`: do not edit.';

/** The Rust side: `examples/generate.rs` writes `*.schema.json` into the folder it is given. */
async function schemas(folder) {
  await run('cargo', ['run', '--quiet', '--locked', '--features', 'schema', '--example', 'generate', '--', folder]);
}

/** One TypeScript file from all the schemas, each shape once. */
async function types(schemaFolder, file) {
  const { compile } = await import('json-schema-to-typescript');
  const definitions = {};
  for (const schema of filesUnder([schemaFolder]).filter((name) => name.endsWith('.schema.json'))) {
    const { $defs = {}, $schema: _, ...top } = JSON.parse(fs.readFileSync(schema, 'utf8'));
    Object.assign(definitions, $defs, top.title ? { [top.title]: top } : {});
  }
  const all = { title: 'Shapes', type: 'object', additionalProperties: false, $defs: definitions };
  const options = { bannerComment: HEADER, unreachableDefinitions: true, format: false, additionalProperties: false };
  const text = await compile(all, 'Shapes', options);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

async function writeInto(folder) {
  fs.mkdirSync(path.join(folder, 'schema'), { recursive: true });
  await schemas(path.join(folder, 'schema'));
  await types(path.join(folder, 'schema'), path.join(folder, 'types', 'shapes.ts'));
}

async function compare() {
  const fresh = path.join(tools, 'generated');
  fs.rmSync(fresh, { recursive: true, force: true });
  await writeInto(fresh);
  const relative = (base) =>
    filesUnder([path.join(base, 'schema'), path.join(base, 'types', 'shapes.ts')]).map((file) =>
      path.relative(base, file),
    );
  const names = new Set([...relative(fresh), ...relative(element)]);
  const read = (base, name) =>
    fs.existsSync(path.join(base, name)) ? fs.readFileSync(path.join(base, name), 'utf8') : undefined;
  const stale = [...names].filter((name) => read(fresh, name) !== read(element, name));
  if (stale.length > 0) {
    throw new CannotGoOn(
      `Generated files differ: ${stale.join(', ')}`,
      '    npm run generate, and look at what changed',
    );
  }
  console.log(`${names.size} generated files are as the Rust types say`);
}

await main(async () => {
  if (!fs.existsSync(at('examples', 'generate.rs'))) return console.log('Nothing is generated yet.');
  await (process.argv.includes('--check') ? compare() : writeInto(element));
});
