// Raw, gzip and brotli of every shipped file, and the rows that have a limit.
// A file with the prebuilt standard library is a quarter larger and is measured, not judged.
// Usage: node scripts/size.mjs [--readme]   (readme: write the rows into the README's table)
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { LANGUAGES, PARTS } from './lib/languages.mjs';
import { at, dist } from './lib/paths.mjs';
import { CannotGoOn, filesUnder, main } from './lib/run.mjs';
import { buildsLibrary, sizeAllowance } from './lib/toolchain.mjs';

const KB = 1024;

function measure(file) {
  const bytes = fs.readFileSync(file);
  const params = {
    [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
    [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
    [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, zlib.brotliCompressSync(bytes, { params }).length];
}

/** Every module an entry reaches, lazily or not: what a page may have to load. */
function reached(entry, leaveOut) {
  const seen = new Set();
  const visit = (name) => {
    if (seen.has(name) || leaveOut.test(name)) return;
    seen.add(name);
    const text = fs.readFileSync(path.join(dist, name), 'utf8');
    for (const [, found] of text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']\.\/([\w.-]+\.js)["']/g)) visit(found);
  };
  visit(entry);
  return [...seen];
}

/** Languages other than English come on demand and have a limit of their own; the rest comes after the first picture. */
const LATER = /^((messages|en-rest|reader-bytes|insight-bytes|rest-bytes|pour)-|details|asking|views)/;
/** An entry that fetches the wasm leaves the bytes alone that another has inside. */
const FETCHED = /^((messages|en-rest|reader-bytes|insight-bytes|rest-bytes|core-bytes|pour)-|details|asking|views)/;

const shipped = () => filesUnder([dist], [path.join(dist, 'demo')]).map((file) => path.relative(dist, file));

const rows = () => [
  {
    name: 'a painted board: element, loader, core wasm, English messages',
    files: [...reached('element.js', FETCHED), 'throughline-core.wasm'],
    target: 100,
    limit: 130,
  },
  { name: 'the same inlined', files: reached('inline.js', LATER), target: 130, limit: 165 },
  {
    name: 'what comes after the first picture',
    files: [...shipped().filter((name) => /^(en-rest-|details).*js$/.test(name)), 'throughline-reader.wasm'],
    target: 100,
    limit: 125,
  },
  {
    name: 'why, what if, forecasts, programmes, people: on demand',
    files: ['asking.js', 'throughline-insight.wasm'],
    target: 100,
    limit: 150,
  },
  {
    name: 'views of programmes, needs, people, the review, segments, alignment; forms: on demand',
    files: ['views.js'],
    target: 15,
    limit: 36,
  },
  // With the trend and six charts, which no board draws by itself: a third more than rows and receipts alone.
  {
    name: 'rows, calculations, charts, receipts, mistakes: on demand',
    files: [...shipped().filter((name) => /^pour-.*js$/.test(name)), 'throughline-rest.wasm'],
    target: 130,
    limit: 230,
  },
  { name: 'formats on demand: feedback', files: ['feedback.js'], target: 150, limit: 220 },
  { name: 'journal and edits, on demand: journal', files: ['journal.js'], target: 10, limit: 15 },
  { name: 'a plan from nothing, maturity check, on demand: start', files: ['start.js'], target: 15, limit: 20 },
  ...LANGUAGES.map((tag) => ({
    name: `the first picture and its details in another language: ${tag}`,
    files: [`language-${tag}.js`],
    target: 6,
    limit: 10,
  })),
  ...LANGUAGES.map((tag) => ({
    name: `all that a board says in another language: ${tag}`,
    files: PARTS.map((part) => `language-${tag}${part}.js`),
    target: 25,
    limit: 30,
  })),
  { name: 'guessing a mapping, on demand', files: ['guess.js'], target: 10, limit: 15 },
  // With the trend, whose layers are many, and the charts it is 600; nobody waits for it but who asked for all of it at once.
  { name: 'the classic script, with everything inside', files: ['throughline.classic.js'], target: 310, limit: 640 },
];

const kb = (bytes) => (bytes / KB).toFixed(1).padStart(8);
const line = (name, sizes, note = '') => console.log(`${name.padEnd(64)}${sizes.map(kb).join('')}  ${note}`.trimEnd());

/** Writes a row's sizes into the README's table, where it has one of that name. */
function intoReadme(name, sizes) {
  const readme = at('README.md');
  const text = fs.readFileSync(readme, 'utf8');
  const rounded = sizes.map((bytes) => Math.round(bytes / KB)).join(' | ');
  const row = new RegExp(`^(\\| ${name}[^|]*\\|) [^|]* \\| [^|]* \\| [^|]* \\|$`, 'm');
  fs.writeFileSync(readme, text.replace(row, `$1 ${rounded} |`));
}

function verdictOn(brotli, target, limit) {
  if (brotli > limit) return 'FAILS';
  return brotli > target ? 'above target' : 'ok';
}

await main(() => {
  const all = shipped();
  const sizes = new Map(all.map((name) => [name, measure(path.join(dist, name))]));
  console.log(`${'KB'.padEnd(64)}     raw    gzip  brotli`);
  for (const [name, size] of sizes) if (!name.endsWith('.d.ts')) line(name, size);
  const typings = all.filter((name) => name.endsWith('.d.ts'));
  const sum = (names) => [0, 1, 2].map((kind) => names.reduce((total, name) => total + sizes.get(name)[kind], 0));
  line(`${typings.length} type declarations`, sum(typings));
  console.log('');
  const over = [];
  for (const { name, files, target, limit: strict } of rows()) {
    const limit = strict * sizeAllowance();
    const total = sum(files);
    const brotli = total[2] / KB;
    if (brotli > limit) over.push(`${name} is ${brotli.toFixed(1)} KB in brotli, above ${limit} KB`);
    const verdict = verdictOn(brotli, target, limit);
    if (process.argv.includes('--readme')) intoReadme(name, total);
    line(name, total, `target ${target}, limit ${limit}: ${verdict}`);
  }
  if (over.length > 0 && !buildsLibrary()) {
    console.log('passed over: the limits, since the prebuilt standard library is inside');
  } else if (over.length > 0)
    throw new CannotGoOn(over.join('\n'), '    find what grew (npm run build -- --readable), and take it out again');
});
