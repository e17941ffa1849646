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

/** References by name, so that each shape is written once and the description beside a reference stays. */
function named(schema) {
  if (Array.isArray(schema)) return schema.map(named);
  if (schema === null || typeof schema !== 'object') return schema;
  const { $ref, ...rest } = schema;
  if ($ref !== undefined) return { ...rest, tsType: $ref.split('/').at(-1) };
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, named(value)]));
}

/** The shapes of all schemas by name; a name stands for one shape only. */
function shapesIn(folder) {
  const shapes = {};
  for (const file of filesUnder([folder]).filter((name) => name.endsWith('.schema.json'))) {
    const { $defs = {}, $schema: _schema, $id: _id, ...top } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const own = top.title ? { ...$defs, [top.title]: top } : $defs;
    for (const [name, shape] of Object.entries(own)) {
      const twice = shapes[name] !== undefined && JSON.stringify(shapes[name]) !== JSON.stringify(shape);
      if (twice || /\d$/.test(name)) {
        throw new CannotGoOn(`Two shapes are called ${name}`, `    rename one of the Rust types; seen in ${file}`);
      }
      shapes[name] = shape;
    }
  }
  return Object.fromEntries(
    Object.keys(shapes)
      .sort()
      .map((name) => [name, named(shapes[name])]),
  );
}

/** One TypeScript file from all the schemas, each shape once. */
async function types(schemaFolder, file) {
  const { compile } = await import('json-schema-to-typescript');
  const all = { title: 'Shapes', type: 'object', additionalProperties: false, $defs: shapesIn(schemaFolder) };
  const text = await compile(all, 'Shapes', {
    bannerComment: HEADER,
    unreachableDefinitions: true,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  // The compiler's own remarks, and the empty shape that held the definitions, say nothing to a reader.
  const remark =
    /( \*\n)? \* This interface was referenced by `Shapes`'s JSON-Schema\n \* via the `definition` ".*"\.\n/g;
  const clean = text
    .replace(remark, '')
    .replace(/\/\*\*\n \*\/\n/g, '')
    .replace('export interface Shapes {}\n', '');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, clean);
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
