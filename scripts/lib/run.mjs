// Steps with a line and their seconds, child processes that never wait for an answer, stamps.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, tools } from './paths.mjs';

/** A step that cannot work: what is missing, and what the reader should do. */
export class CannotGoOn extends Error {
  constructor(what, todo = '') {
    super(what);
    this.todo = todo;
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one named step; `action` may return a word on how it went ("up to date"). */
export async function step(name, action) {
  const since = performance.now();
  const slow = setTimeout(() => process.stdout.write(`  ${name} …\n`), 500);
  try {
    const how = await action();
    process.stdout.write(`  ${name}: ${how || 'done'} (${seconds(since)})\n`);
  } catch (error) {
    process.stdout.write(`  ${name}: FAILED (${seconds(since)})\n`);
    throw error;
  } finally {
    clearTimeout(slow);
  }
}

/**
 * Runs a program without standard input and waits for it.
 * Its output is kept and shown only if it fails, unless `show` is set.
 */
export function run(program, args = [], { env = {}, cwd = root, timeout = 0, show = false, may = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let late = false;
    const take = (chunk) => {
      output += chunk;
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const stop = () => {
      late = true;
      child.kill('SIGKILL');
    };
    const timer = timeout > 0 ? setTimeout(stop, timeout) : undefined;
    const finish = (code, why) => {
      clearTimeout(timer);
      if (code === 0 || may) return resolve({ code, output, late });
      const command = [program, ...args].join(' ');
      const error = new CannotGoOn(`\`${command}\` ${late ? 'took too long' : why}`);
      error.output = show ? '' : output;
      reject(error);
    };
    child.on('error', (error) => finish(-1, `could not be started: ${error.message}`));
    child.on('close', (code) => finish(code ?? -1, `ended with ${code}`));
  });
}

/** The trimmed output of a short command, or undefined where it is missing or fails. */
export function ask(program, args = [], env = {}) {
  const answer = spawnSync(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 120_000,
    encoding: 'utf8',
  });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** The full path of a program on PATH. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (fs.statSync(file).isFile()) return file;
    } catch {
      // not here
    }
  }
  return undefined;
}

/** Every file below the given files and folders, sorted; what the build itself writes can be left out. */
export function filesUnder(places, leaveOut = []) {
  const found = [];
  const visit = (place) => {
    if (leaveOut.includes(place) || !fs.existsSync(place)) return;
    if (fs.statSync(place).isDirectory()) {
      for (const name of fs.readdirSync(place).sort()) visit(path.join(place, name));
    } else {
      found.push(place);
    }
  };
  for (const place of places) visit(place);
  return found;
}

/** One hash over the names and bytes of files, and over any further words. */
export function hashOf(files, ...words) {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const file of files)
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

const stampFile = (name) => path.join(tools, 'stamps', name);

/** True when the step of this name last succeeded with the same hash. */
export function isStamped(name, hash) {
  try {
    return fs.readFileSync(stampFile(name), 'utf8') === hash;
  } catch {
    return false;
  }
}

export function stamp(name, hash) {
  fs.mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  fs.writeFileSync(stampFile(name), hash);
}

/** Runs a script's main function: an expected failure is told in words, with a non-zero exit code. */
export async function main(action) {
  try {
    await action();
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

/** Prints a failure: the tool's own output first, then what is wrong, then what to do. */
export function tell(error) {
  if (error.output) process.stderr.write(`\n${error.output.trimEnd()}\n`);
  process.stderr.write(`\n${error instanceof CannotGoOn ? error.message : error.stack}\n`);
  if (error.todo) process.stderr.write(`\nWhat to do:\n${error.todo}\n`);
}
