#!/usr/bin/env node
// The package's command.
import { readFile } from 'node:fs/promises';
import { init, version } from './index.js';

await init(await readFile(new URL('./throughline.wasm', import.meta.url)));
console.log(version());
