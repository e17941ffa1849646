// The documents say what is true: their JSON decodes, their programs run, their files and commands exist.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { at, dist } from '../../scripts/lib/paths.mjs';
import { buildsLibrary } from '../../scripts/lib/toolchain.mjs';
import { documents, snippets } from './support/documents.mjs';

const exec = promisify(execFile);
const AS_OF = '2026-11-20';

let throughline;
before(async () => {
  throughline = await import(pathToFileURL(path.join(dist, 'index.js')).href);
  await throughline.init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
});

/** A plan around goals, strategies and actions: a mission and two owners. */
function planAround(parts) {
  const owners = [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ];
  return { version: 1, title: 'Example', owners, mission: { id: 'mission', title: 'Help' }, ...parts };
}

function withBoard(plan, use) {
  const board = throughline.Board.openSync(plan, { asOf: AS_OF });
  try {
    return use(board);
  } finally {
    board.free();
  }
}

/** What is looked for when asked; of an example with a journal, what that tells as well. */
async function all({ journal: entries, before, ...parts }) {
  const { review } = await import(pathToFileURL(path.join(dist, 'journal.js')).href);
  const journal = { version: 1, entries: entries ?? [] };
  return withBoard(planAround(parts), (board) => [
    ...board.inspect(),
    ...review(board, journal, { before: before && planAround(before) }).findings,
  ]);
}

const KINDS = {
  plan: (text) => withBoard(text, () => undefined),
  'plan-refused': (text) => assert.throws(() => withBoard(text, () => undefined), { code: 'plan-invalid' }),
  kpi: (text) => {
    const mission = { id: 'mission', title: 'Help', kpis: [JSON.parse(text)] };
    withBoard({ version: 1, title: 'Example', mission }, () => undefined);
  },
  mapping: (text) => {
    const mapping = JSON.parse(text);
    const measured = mapping.measures.flatMap(({ column, numerator, complement, denominator, kpi }) => [
      column ?? [],
      numerator ?? [],
      complement ?? [],
      kpi === 'counts' ? denominator : [],
    ]);
    const rules = mapping.measures.flatMap(({ counts, columns, customer, topic, began, ended }) => [
      Object.values(counts ?? {}).flatMap(({ column, sum, date, all }) => [
        column,
        sum,
        date,
        all?.map((test) => test.column),
      ]),
      [columns, customer, topic, began, ended],
    ]);
    const events = mapping.events ? [mapping.events.case, mapping.events.time] : [];
    const columns = [
      mapping.id ?? [],
      mapping.dimension ?? [],
      (mapping.dimensions ?? []).map((one) => one.column ?? one),
      Object.values(mapping.columns ?? {}),
      events,
      measured,
      rules,
    ];
    const header = [...new Set(columns.flat(5))].filter(Boolean).join(',');
    withBoard(planAround({}), (board) => board.ingest(`${header}\n`, mapping));
  },
  fails: async (text, [finding, node]) => {
    const found = await all(JSON.parse(text));
    assert.ok(
      found.some((one) => one.id === finding && (one.node === node || one.params?.kpi === node)),
      `${finding} at ${node} is not among ${JSON.stringify(found)}`,
    );
  },
  passes: async (text, [finding]) => {
    const found = await all(JSON.parse(text));
    assert.deepEqual(
      found.filter((one) => one.id === finding),
      [],
    );
  },
  data: (text) => JSON.parse(text),
};

for (const snippet of snippets('json')) {
  const [kind = 'data', ...words] = snippet.words;
  test(`${snippet.where}: json ${snippet.words.join(' ')}`, () => KINDS[kind](snippet.text, words));
}

for (const snippet of snippets('js').filter(({ words }) => words[0] === 'run')) {
  test(`${snippet.where}: the program runs`, async () => {
    // Beside the package, so that it is found by its own name, as an installed one would be.
    const file = at('target', `snippet-${snippet.where.replaceAll(/\W/g, '-')}.mjs`);
    fs.writeFileSync(file, snippet.text);
    await exec(process.execPath, [file], { cwd: at() });
  });
}

test('every rule has its section, with an example that fails and one that passes', () => {
  const pages = documents().filter(({ name }) => name.startsWith('docs/findings/'));
  const rules = pages.flatMap(({ text }) => [...text.matchAll(/^## `([\w-]+)`$/gm)].map(([, id]) => id));
  const settings = fs.readFileSync(at('src', 'plan', 'settings.rs'), 'utf8');
  const known = /\bFindingId \{(.*?)\n {4}\}/s.exec(settings)[1];
  assert.deepEqual(rules.sort(), [...known.matchAll(/= "([\w-]+)"/g)].map(([, id]) => id).sort());
  for (const rule of rules) {
    // What needs rows is shown by a program.
    const shown = snippets('js').some(
      ({ where, text: program }) => where.includes('findings') && program.includes(`'${rule}'`),
    );
    if (shown) continue;
    const kinds = snippets('json').filter(({ words }) => words[1] === rule);
    assert.deepEqual(kinds.map(({ words }) => words[0]).sort(), ['fails', 'passes'], rule);
  }
});

test('every rule says where it is documented, and the index lists it there', () => {
  const index = fs.readFileSync(at('docs', 'findings.md'), 'utf8');
  const rules = throughline.Board.findingRules();
  assert.match(fs.readFileSync(at('README.md'), 'utf8'), new RegExp(`^- ${rules.length} known pitfalls`, 'm'));
  for (const { id, severity, docs } of rules) {
    const [page, anchor] = docs.split('#');
    assert.ok(fs.readFileSync(at(page), 'utf8').includes(`\n## \`${anchor}\`\n`), docs);
    assert.ok(index.includes(`| [\`${id}\`](${docs.replace('docs/', '')}) | ${severity} |\n`), id);
  }
});

test('a plan that is refused is refused for what the page says', () => {
  const [snippet] = snippets('json').filter(({ words }) => words[0] === 'plan-refused');
  assert.throws(
    () => withBoard(snippet.text, () => undefined),
    (error) => {
      const said = error.issues.map(({ code, path: place }) => `${code} ${place}`);
      return (
        said.join() === 'unknown-reference /goals/0/serves/0/to,baseline-equals-target /goals/0/kpis/0/target' &&
        error.issues[0].params.nearest === 'mission'
      );
    },
  );
});

test('every file and folder that a document names is there', () => {
  const missing = [];
  for (const { name, text } of documents()) {
    for (const [, target] of text.matchAll(/`((?:src|www|tests|scripts|docs|dist)\/[\w./-]*)`/g)) {
      if (!fs.existsSync(at(target))) missing.push(`${name}: ${target}`);
    }
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
      if (!fs.existsSync(path.resolve(path.dirname(at(name)), target))) missing.push(`${name}: ${target}`);
    }
  }
  assert.deepEqual(missing, []);
});

test('every npm command that a document names is there', () => {
  const { scripts } = JSON.parse(fs.readFileSync(at('package.json'), 'utf8'));
  for (const { name, text } of documents()) {
    for (const [, command] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(command in scripts, `${name}: ${command}`);
    assert.doesNotMatch(text, /npx (?!--no-install)throughline/, `${name} must not fetch the unpublished name`);
    assert.doesNotMatch(text, /npm (?:i|install) (?:-\S+ )*throughline\b(?!-)/, name);
  }
});

test('every name that the README gives of the API is exported', async () => {
  const text = fs.readFileSync(at('README.md'), 'utf8');
  const { Board } = throughline;
  for (const name of ['init', 'initSync', 'setMessages', 'ThroughlineError']) {
    assert.ok(text.includes(`\`${name}`) && name in throughline, name);
  }
  const rows = /^\| call \|.*?\n\n/ms.exec(text)[0].split('\n').slice(2);
  const calls = rows.map((row) => row.split('|')[1] ?? '').join();
  const names = [...calls.matchAll(/`(?:Board\.)?([a-z]\w+)(?:\([^`]*\))?`/g)].map(([, name]) => name);
  assert.ok(names.length > 12);
  for (const name of names) {
    assert.ok(name in throughline || name in Board || name in Board.prototype, name);
  }
});

test('the sizes in the README are those of this build, within a tenth', async (t) => {
  if (!buildsLibrary()) return t.skip('passed over: the README gives the sizes with the standard library built along');
  // Above a ceiling the size check itself fails, which is not what is asked here.
  const { stdout } = await exec(process.execPath, [at('scripts', 'size.mjs')]).catch((error) => error);
  const text = fs.readFileSync(at('README.md'), 'utf8');
  const rows = ['a painted board', 'the same inlined', 'what comes after', 'rows, calculations', 'the classic script'];
  for (const row of rows) {
    const line = stdout.split('\n').find((one) => one.startsWith(row));
    const brotli = Number(/\s[\d.]+\s+[\d.]+\s+([\d.]+)\s+target/.exec(line)[1]);
    const said = Number(new RegExp(`\\| ${row}[^|]*\\|[^|]*\\|[^|]*\\| ([\\d.]+) \\|`).exec(text)[1]);
    assert.ok(
      Math.abs(brotli - said) <= 0.1 * brotli,
      `${row}: the README says ${said}, the build gives ${brotli}: npm run size -- --readme`,
    );
  }
});

test('the hash of a large file is what the commands of docs/snapshot.md print', async (t) => {
  if (process.platform !== 'linux') return t.skip('split --filter is of GNU');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hash-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const [, command] = /```sh\n(split [^\n]+)\n```/.exec(fs.readFileSync(at('docs', 'snapshot.md'), 'utf8'));
  const rows = Array.from({ length: 200_000 }, (_, day) => `2026-10-${(day % 28) + 1},${(day % 5) + 1}`).join('\n');
  fs.writeFileSync(path.join(folder, 'tickets.csv'), `Answered,Rating\n${rows}\n`);
  const { stdout } = await exec('sh', ['-c', command], { cwd: folder });
  const mapping = {
    version: 1,
    source: 'tickets',
    at: AS_OF,
    measures: [{ id: 'csat', kpi: 'csat', column: 'Rating' }],
  };
  const board = throughline.Board.openSync(planAround({}), { asOf: AS_OF });
  const { hash } = await board.ingest(await fs.openAsBlob(path.join(folder, 'tickets.csv')), mapping);
  assert.match(hash, /^[0-9a-f]{64}-\d+$/);
  assert.equal(hash.split('-')[0], stdout.slice(0, 64));
});
