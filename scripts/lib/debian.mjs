// Debian packages: installed as root, never removed, never asked about.
import fs from 'node:fs';
import { CannotGoOn, run, which } from './run.mjs';

const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
let updated = false;

export const onDebian = () => which('apt-get') !== undefined;

const command = (packages, sudo) =>
  `    ${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Installs Debian packages, or says exactly how to. `purpose` completes the sentence "… is needed". */
export async function install(packages, purpose, otherwise) {
  if (!onDebian()) throw new CannotGoOn(`${purpose} is missing`, otherwise);
  if (process.getuid() !== 0) {
    throw new CannotGoOn(
      `${purpose} is missing, and only root may install it`,
      `${command(packages, 'sudo ')}\nthen run this again. Or: ${otherwise.trim()}`,
    );
  }
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  try {
    if (!updated) await run('apt-get', [...wait, 'update'], { env: quiet, timeout: 300_000 });
    updated = true;
    // --no-remove: where another package stands in the way, stop rather than take it away.
    const flags = ['install', '-y', '--no-install-recommends', '--no-remove'];
    await run('apt-get', [...wait, ...flags, ...packages], { env: quiet, timeout: 900_000 });
  } catch (error) {
    error.todo = `${purpose} is missing and apt-get could not install it. Try by hand:\n${command(packages, '')}\nOr: ${otherwise.trim()}`;
    throw error;
  }
}

/** A program's first existing place. */
export const firstOf = (places) => places.find((place) => place && fs.existsSync(place));
