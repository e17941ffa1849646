// A Chromium for the checks: found, or Debian's.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { firstOf, install } from './debian.mjs';
import { CannotGoOn, which } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function playwrightOwn() {
  const cache = path.join(os.homedir(), '.cache', 'ms-playwright');
  if (!fs.existsSync(cache)) return [];
  const folders = fs.readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  return folders
    .sort()
    .reverse()
    .flatMap((name) => ['chrome-linux64', 'chrome-linux'].map((sub) => path.join(cache, name, sub, 'chrome')));
}

/** The browser's path, or undefined. `CHROMIUM_PATH` insists on one. */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (fs.existsSync(asked)) return asked;
    throw new CannotGoOn(`CHROMIUM_PATH names no file: ${asked}`, '    unset it, or point it to a Chromium or Chrome');
  }
  for (const name of NAMES) {
    const found = which(name);
    if (found) return found;
  }
  return firstOf([...PLACES, ...playwrightOwn()]);
}

export async function ensureChromium() {
  if (!findChromium()) {
    await install(
      ['chromium'],
      'A Chromium for the browser checks',
      '    install Chromium or Chrome, or set CHROMIUM_PATH to one',
    );
  }
  const found = findChromium();
  if (!found) throw new CannotGoOn('No Chromium was found after installing it', '    set CHROMIUM_PATH to one');
  return found;
}
