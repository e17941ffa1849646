// Every check, in the order in which a mistake is cheapest to find. The first failure ends the run.
// Usage: npm test [-- --only WORD[,WORD]] [--keep-going] [FILE-WORD …]
//   --only rust        the steps whose name holds one of the words (with what they need)
//   --keep-going       run the other steps after a failure too
//   FILE-WORD          of the node, browser and package tests, only the files whose name holds one of the words
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from './build.mjs';
import { findChromium } from './lib/chromium.mjs';
import { at } from './lib/paths.mjs';
import { filesUnder, run, tell } from './lib/run.mjs';
import { wasmCargo } from './lib/toolchain.mjs';
import { setup } from './setup.mjs';

const bin = (name) => at('node_modules', '.bin', name);
const toolCrate = ['--manifest-path', 'scripts/wasm-tool/Cargo.toml'];
const strictly = ['--', '-D', 'warnings'];
const one = { passed: 1, failed: 0 };

const command = (program, args, env) => async () => {
  await run(program, args, { env });
  return one;
};

/** Runs Rust tests and adds up the lines in which each test binary says how it went. */
async function rustTests() {
  const { code, output } = await run('cargo', ['test', '--locked', '--features', 'schema'], { may: true });
  const results = [...output.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed/gm)];
  const sum = (group) => results.reduce((total, result) => total + Number(result[group]), 0);
  const counts = { passed: sum(1), failed: sum(2) };
  if (code === 0 && counts.passed === 0) counts.failed = 1;
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  // Files that are absent are passed over, each with one line: they belong in the log.
  const passedOver = output.split('\n').filter((line) => /passed over/.test(line));
  for (const line of passedOver) console.log(`    ${line.trim()}`);
  return counts.failed ? { ...counts, output } : counts;
}

/** Runs one folder's tests with Node's own runner, showing them as they go. */
const nodeTests = (folder, words) => async () => {
  const all = filesUnder([at('tests', folder)]).filter((file) => file.endsWith('.test.mjs'));
  const files = all.filter((file) => words.length === 0 || words.some((word) => path.basename(file).includes(word)));
  if (files.length === 0) return { passed: 0, failed: words.length > 0 ? 0 : 1, output: `no tests in tests/${folder}` };
  const tap = at('target', `${folder}.tap`);
  fs.mkdirSync(path.dirname(tap), { recursive: true });
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
  ];
  const env = { CHROMIUM_PATH: findChromium() ?? '' };
  const { code } = await run(process.execPath, ['--test', '--test-timeout=240000', ...reporters, ...files], {
    env,
    show: true,
    may: true,
  });
  const report = fs.readFileSync(tap, 'utf8');
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
  const counts = { passed: count('pass'), failed: count('fail') + count('cancelled') };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
};

const clippyWasm = () => {
  const { program, args, env } = wasmCargo('clippy', '--release', '--lib', '--locked', ...strictly);
  return command(program, args, env)();
};

async function sizes() {
  await run(process.execPath, ['scripts/size.mjs'], { show: true });
  return one;
}

const steps = (words) => [
  ['rust format', command('cargo', ['fmt', '--all', '--check'])],
  ['rust format, scripts/wasm-tool', command('cargo', ['fmt', ...toolCrate, '--check'])],
  ['script format and lints (biome)', command(bin('biome'), ['ci', '--colors=off', '--error-on-warnings', '.'])],
  ['rust lints', command('cargo', ['clippy', '--locked', '--all-targets', ...strictly])],
  [
    'rust lints, with schema',
    command('cargo', ['clippy', '--locked', '--all-targets', '--features', 'schema', ...strictly]),
  ],
  ['rust lints, wasm edge', clippyWasm],
  ['rust tests (unit, property, golden, layers, documentation)', rustTests],
  ['rust documentation', command('cargo', ['doc', '--locked', '--no-deps'], { RUSTDOCFLAGS: '-D warnings' })],
  ['generated files', command(process.execPath, ['scripts/generate.mjs', '--check'])],
  ['node tests', nodeTests('node', words)],
  ['browser tests', nodeTests('browser', words)],
  ['package tests', nodeTests('package', words)],
  ['size', sizes],
];

function options() {
  const args = process.argv.slice(2);
  const place = args.indexOf('--only');
  const only = place < 0 ? [] : args.splice(place, 2)[1].split(',');
  const keepGoing = args.includes('--keep-going');
  return { only, keepGoing, words: args.filter((word) => !word.startsWith('--')) };
}

const totals = { passed: 0, failed: 0 };

/** Runs one step; false ends the run. */
async function check([name, action]) {
  const since = performance.now();
  console.log(`  ${name} …`);
  let result;
  try {
    result = await action();
  } catch (error) {
    tell(error);
    result = { passed: 0, failed: 1 };
  }
  if (result.output) console.log(result.output.trimEnd());
  totals.passed += result.passed;
  totals.failed += result.failed;
  const count = result.passed > 1 || result.failed > 1 ? `, ${result.passed} passed, ${result.failed} failed` : '';
  const how = result.failed > 0 ? 'FAILED' : 'ok';
  console.log(`  ${name}: ${how}${count} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
  return result.failed === 0;
}

async function everything() {
  const { only, keepGoing, words } = options();
  const chosen = steps(words).filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
  if (chosen.length === 0) throw new Error(`no step is called ${only.join(' or ')}`);
  await setup({ forTests: true });
  if (chosen.some(([name]) => /node|browser|package|size/.test(name))) await build();
  console.log('Checks');
  while (chosen.length > 0) if (!(await check(chosen.shift())) && !keepGoing) break;
  if (chosen.length > 0) console.log(`  not run: ${chosen.map(([name]) => name).join('; ')}`);
}

const since = performance.now();
try {
  await everything();
} catch (error) {
  tell(error);
  totals.failed += 1;
}
console.log(`\nIn ${((performance.now() - since) / 1000).toFixed(0)} s:`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
