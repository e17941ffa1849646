// Chromium for the browser tests: one browser a test file, a fresh context a page, everything refused is recorded.
import fs from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { at } from '../../../scripts/lib/paths.mjs';
import { openSite } from './site.mjs';

export { html } from './site.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium with a profile folder of its own, which goes when it is closed. */
export const launch = (more = []) =>
  chromium.launch({ executablePath: findChromium(), headless: true, args: [...FLAGS, ...more] });

/** Runs in the page before any script of its own: keeps each policy violation. */
function keepViolations() {
  globalThis.__violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
    globalThis.__violations.push(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
  });
}

/** What went wrong in a page so far: policy violations, console errors and warnings, uncaught errors. */
function record(page) {
  const kept = { errors: [], warnings: [], failedRequests: [] };
  page.on('pageerror', (error) => kept.errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') kept.errors.push(message.text());
    if (message.type() === 'warning') kept.warnings.push(message.text());
  });
  page.on('requestfailed', (request) => kept.failedRequests.push(request.url()));
  kept.violations = () => page.evaluate(() => globalThis.__violations);
  return kept;
}

/**
 * Registers one browser for the test file. Gives `open`, which serves a page and goes to it:
 * `open(t, { policy, files, routes, folder, path, context, init, ready })` → `{ page, site, kept, context }`; all is closed
 * after the test. `init` runs in the page before its own scripts; `ready` is what is waited for.
 */
export function useBrowser(flags = []) {
  let browser;
  before(async () => {
    browser = await launch(flags);
  });
  after(() => browser?.close());
  return async function open(t, { path: place = '/', context: settings = {}, init, ready, ...siteOptions } = {}) {
    const site = await openSite(siteOptions);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    t.after(async () => {
      await context.close();
      await site.close();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.addInitScript(keepViolations);
    if (init) await page.addInitScript(init);
    const kept = record(page);
    await page.goto(new URL(place, site.url).href);
    if (ready) await page.locator(ready).first().waitFor({ state: 'attached' });
    return { page, site, kept, context };
  };
}

/** Keeps a picture in tests/output, for a person to look at. */
export async function shot(pageOrLocator, name) {
  const file = at('tests', 'output', `${name}.png`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  await pageOrLocator.screenshot({ path: file });
  return file;
}

/** Waits for the next event of this name anywhere in the page; call it before what causes the event. */
export const nextEvent = (page, name) =>
  page.evaluate(
    (type) =>
      new Promise((done) => document.addEventListener(type, (event) => done(event.detail ?? null), { once: true })),
    name,
  );
