#!/usr/bin/env node
/** The package's command: rows to a snapshot, and a plan's check, without any page. */
import { readFile } from 'node:fs/promises';
import { initSync, version } from './index.js';

initSync(await readFile(new URL('./throughline.wasm', import.meta.url)));
console.log(version());
