// Sets up what is missing, with nothing but Node: npm packages, the compilers, wasm-bindgen, and a browser for the checks.
// Usage: node scripts/setup.mjs [--for-tests]
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './lib/chromium.mjs';
import { at } from './lib/paths.mjs';
import { CannotGoOn, hashOf, main, run, step } from './lib/run.mjs';
import { ensureLints, ensureRust, ensureWasm } from './lib/toolchain.mjs';
import { ensureWasmTool } from './lib/wasm-tool.mjs';

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  throw new CannotGoOn(
    `Node ${process.versions.node} is too old: 20 or newer is needed`,
    '    install Node 20 or newer',
  );
}

/** The stamp lies inside node_modules, so that it goes when they go. */
async function ensurePackages() {
  const stampFile = at('node_modules', '.throughline');
  const hash = hashOf([at('package-lock.json')], process.platform, process.arch, process.versions.modules);
  if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === hash) return 'up to date';
  try {
    // No install scripts: none of the packages needs one, and none may fetch a thing of its own.
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { timeout: 600_000 });
  } catch (error) {
    error.todo = '    check that the npm registry can be reached (npm ping), then run this again';
    throw error;
  }
  fs.writeFileSync(stampFile, hash);
  return 'installed';
}

/** Everything `npm start` needs; the checks need a browser and the lints besides. */
export async function setup({ forTests = false } = {}) {
  console.log('Set-up');
  checkNode();
  await step('npm packages', ensurePackages);
  await step('Rust', ensureRust);
  if (forTests) await step('Rust lints', ensureLints);
  await step('Rust for wasm', ensureWasm);
  await step('wasm-bindgen and the splitter', ensureWasmTool);
  if (forTests) await step('Chromium', ensureChromium);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(() => setup({ forTests: process.argv.includes('--for-tests') }));
}
