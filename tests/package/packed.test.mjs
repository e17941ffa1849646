// The package as a stranger gets it: packed, installed without a network, imported in Node and in a plain page.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { at } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/lib/server.mjs';
import { launch } from '../browser/support/browser.mjs';

const exec = promisify(execFile);
const npm = (args, cwd) => exec('npm', [...args, '--loglevel=error'], { cwd });
const bin = (name) => at('node_modules', '.bin', name);

let folder;
let tarball;
let installed;

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'throughline-package-'));
  const { stdout } = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], at());
  tarball = path.join(folder, JSON.parse(stdout.slice(stdout.indexOf('[')))[0].filename);
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }');
  await npm(['install', '--offline', '--no-audit', '--no-fund', tarball], folder);
  installed = path.join(folder, 'node_modules', 'throughline');
});
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const filesOf = (place) =>
  fs.readdirSync(place, { recursive: true }).filter((name) => fs.statSync(path.join(place, name)).isFile());

test('only what is listed is packed', () => {
  const strays = filesOf(installed).filter(
    (name) =>
      !/^(dist\/(?!demo\/)|(element|feedback|guess|inline|journal|languages|start)\.(js|d\.ts)$|package\.json$|README\.md$|LICENSE|CHANGELOG\.md$)/.test(
        name,
      ),
  );
  assert.deepEqual(strays, []);
  assert.deepEqual(
    filesOf(installed).filter((name) => name.endsWith('.mjs')),
    [],
  );
});

test('every entry is there, types first', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', entry);
    for (const file of typeof target === 'string' ? [target] : Object.values(target)) {
      assert.ok(fs.existsSync(path.join(installed, file)), `${entry}: ${file}`);
    }
  }
  for (const file of [manifest.main, manifest.types, manifest.unpkg, manifest.jsdelivr, manifest.bin.throughline]) {
    assert.ok(fs.existsSync(path.join(installed, file)), file);
  }
});

test('it imports in Node, pure and inlined', async () => {
  const script = `
    const pure = await import('throughline');
    const inline = await import('throughline/inline');
    await inline.init();
    console.log(typeof pure.init, inline.version());`;
  const { stdout } = await exec(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  assert.match(stdout, /^function \d+\.\d+\.\d+\n$/);
});

test('the command runs as installed', async () => {
  await exec('npx', ['--no-install', 'throughline', '--version'], { cwd: folder });
});

test('the classic script runs in a page of an old encoding, whose server does not say what the script is in', async () => {
  const script = fs.readFileSync(path.join(installed, 'dist', 'throughline.classic.js'));
  const browser = await launch();
  try {
    for (const charset of ['windows-1252', 'windows-1251', 'utf-8']) {
      const page = await browser.newPage();
      const html = `<!doctype html><title>Old</title><script src="/classic.js"></script>`;
      await page.route('http://portal.test/', (route) =>
        route.fulfill({ headers: { 'Content-Type': `text/html; charset=${charset}` }, body: html }),
      );
      await page.route('http://portal.test/classic.js', (route) =>
        route.fulfill({ headers: { 'Content-Type': 'text/javascript' }, body: script }),
      );
      await page.goto('http://portal.test/');
      const [encoding, version] = await page.evaluate(async () => {
        await globalThis.Throughline.init();
        return [document.characterSet, globalThis.Throughline.version()];
      });
      assert.equal(encoding.toLowerCase(), charset);
      assert.match(version, /^\d+\.\d+\.\d+$/);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});

test('it runs in a plain page by http: as a module, as the inline entry, as a classic script', async () => {
  const pages = {
    '/module.html': '<script type="module" src="/module.js"></script><strategy-board></strategy-board>',
    '/module.js': `import '/package/dist/element.js'; import { init, version } from '/package/dist/index.js'; await init(); window.answer = version();`,
    '/inline.html': '<script type="module" src="/inline.js"></script>',
    '/inline.js': `import { init, version } from '/package/dist/inline.js'; await init(); window.answer = version();`,
    '/classic.html': '<script src="/package/dist/throughline.classic.js"></script><script src="/classic.js"></script>',
    '/classic.js': 'Throughline.init().then(() => { window.answer = Throughline.version(); });',
  };
  const server = await serve({ root: installed, under: '/package/', files: pages, policy: 'strict' });
  const browser = await launch();
  try {
    for (const name of ['module', 'inline', 'classic']) {
      const page = await browser.newPage();
      const before = server.requests.length;
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${server.url}${name}.html`);
      await page.waitForFunction(() => globalThis.answer, undefined, { timeout: 15_000 }).catch(() => {});
      assert.deepEqual(errors, [], name);
      assert.match(String(await page.evaluate(() => globalThis.answer)), /^\d+\.\d+\.\d+$/, name);
      const fetched = server.requests.slice(before).filter(({ path: to }) => to.endsWith('.wasm'));
      assert.equal(fetched.length, name === 'module' ? 4 : 0, name);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
});

test('feedback comes on demand, in Node and in a strict page, and leaves the page free', async () => {
  const script = `
    const { analyseFeedback } = await import('throughline/feedback');
    const found = await analyseFeedback(Array(5).fill('The book was good.'), { language: 'en' });
    console.log(found.sentiment.mean.toFixed(4));`;
  const { stdout } = await exec(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
  assert.equal(stdout, '0.4404\n');
  const files = {
    '/feedback.html': '<script type="module" src="/feedback.js"></script>',
    '/feedback.js': `
      const { analyseFeedback } = await import('/package/dist/feedback.js');
      const words = ['waiting', 'time', 'phone', 'good', 'bad', 'agent', 'portal', 'slow', 'friendly', 'refund', 'the', 'was'];
      const text = (at) => Array.from({ length: 25 }, (_, place) => words[(at * 7 + place * place) % words.length]).join(' ');
      const rows = Array.from({ length: 3000 }, (_, at) => ({ text: text(at), channel: ['Phone', 'Mail'][at % 2] }));
      // How long the page waits for a turn of its own while the work goes on, up to the end of it.
      const waits = [];
      let last = performance.now();
      let timer;
      const turn = () => {
        const now = performance.now();
        waits.push(now - last);
        last = now;
        timer = setTimeout(turn);
      };
      timer = setTimeout(turn);
      const found = await analyseFeedback(rows, { text: 'text', by: 'channel', language: 'en' });
      clearTimeout(timer);
      waits.push(performance.now() - last);
      const sum = (list) => list.reduce((all, one) => all + one, 0);
      const blocked = sum(waits.filter((one) => one > 50)) / sum(waits);
      window.answer = { n: found.n, themes: found.themes.length, turns: waits.length, blocked };`,
  };
  const server = await serve({ root: installed, under: '/package/', files, policy: 'strict' });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${server.url}feedback.html`);
    await page.waitForFunction(() => globalThis.answer, undefined, { timeout: 30_000 }).catch(() => {});
    assert.deepEqual(errors, []);
    const { n, themes, turns, blocked } = await page.evaluate(() => globalThis.answer);
    assert.deepEqual([n, themes > 0], [3000, true]);
    // A slice is 8 ms; a busy machine makes some of them long. That each pass is sliced is held by tests/node/feedback.
    assert.ok(turns > 10 && blocked < 0.75, `${turns} turns, ${blocked} of the time blocked`);
  } finally {
    await browser.close();
    await server.close();
  }
});

test('a bundler that shakes the tree keeps what the entries provide', async () => {
  const { build } = await import('esbuild');
  const script = `
    import { init, version } from 'throughline/inline';
    await init();
    console.log(version());`;
  fs.writeFileSync(path.join(folder, 'bundled-in.mjs'), script);
  const outfile = path.join(folder, 'bundled.mjs');
  const entryPoints = [path.join(folder, 'bundled-in.mjs')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const { stdout } = await exec(process.execPath, [outfile], { cwd: folder });
  assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
});

test('a bundler finds the languages: they come out of what it made, with nothing beside it', async () => {
  const { build } = await import('esbuild');
  const script = `
    import { messagesFor } from 'throughline/inline';
    import { loadLanguage } from 'throughline/languages';
    await loadLanguage('de');
    console.log(messagesFor('de').text('status.off-track'));`;
  const source = path.join(folder, 'languages-in.mjs');
  fs.writeFileSync(source, script);
  const outfile = path.join(folder, 'languages', 'out.mjs');
  await build({ entryPoints: [source], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' });
  const { stdout } = await exec(process.execPath, [outfile], { cwd: folder });
  assert.equal(stdout, 'Nicht im Plan\n');
});

test('publint finds nothing', async () => {
  const { stdout } = await exec(bin('publint'), [tarball, '--strict'], { cwd: at() });
  assert.match(stdout, /All good/);
});

test('types resolve for every kind of importer', async () => {
  // The two JSON entries and the wasm file have no types; the package is ESM, which a CommonJS importer has to await.
  const rules = ['cjs-resolves-to-esm'];
  const without = ['wasm', 'schema.json', 'custom-elements.json', 'package.json'];
  await exec(
    bin('attw'),
    [tarball, '--ignore-rules', ...rules, '--exclude-entrypoints', ...without, '--format', 'ascii'],
    {
      cwd: at(),
    },
  );
});
