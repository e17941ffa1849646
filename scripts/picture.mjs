// Takes the README's picture from the built demo: docs/picture.png, light, one line lit. Run after a build.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from './lib/chromium.mjs';
import { at, demoOut } from './lib/paths.mjs';
import { CannotGoOn, main } from './lib/run.mjs';
import { serve } from './lib/server.mjs';

const MOST_BYTES = 300 * 1024;
/** The action whose line is lit. */
const LIT = 'ninety-days';
const file = at('docs', 'picture.png');

await main(async () => {
  const server = await serve({ root: demoOut });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, colorScheme: 'light' });
    await page.addInitScript(() => {
      globalThis.__painted = new Promise((done) => document.addEventListener('board-painted', () => done(true)));
    });
    await page.goto(server.url);
    await page.evaluate(() => globalThis.__painted);
    await page.evaluate((id) => {
      document.getElementById('board').selected = id;
    }, LIT);
    await page.waitForTimeout(500);
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
    await server.close();
  }
  const { size } = fs.statSync(file);
  if (size > MOST_BYTES) throw new CannotGoOn(`docs/picture.png is ${size} bytes`, '    make it smaller');
  console.log(`docs/picture.png: ${(size / 1024).toFixed(0)} KB`);
});
