// The languages that are shipped beside English, and the files that their messages come in: each is what a part of the page says.
import fs from 'node:fs';
import path from 'node:path';
import { element } from './paths.mjs';

export const LANGUAGES = ['ar', 'de', 'es', 'fr', 'ja'];

const folder = path.join(element, 'messages');
const read = (...name) => JSON.parse(fs.readFileSync(path.join(folder, ...name), 'utf8'));
const area = (code) => code.slice(0, code.indexOf('.'));

/** Areas of `en-rest.json` by the part that says them. What is in none is said to programs and to whoever writes a plan. */
const AREAS = {
  '': 'because cause panel fact chase letter overview strip metric metric-about alignment changes closer deeper action-kind',
  '-why': 'explain definition variant variants method inputs forecast trend what-if waterfall note',
  '-findings': 'finding remedy smart smart-why',
  '-views': 'programme need standard advice refresher plan-change',
};
/** The buttons that open what comes later stand in what is there already. */
const EARLY = ['what-if.open', 'what-if.failed', 'what-if.more', 'waterfall.open', 'explain.bounds'];

export const PARTS = Object.keys(AREAS);

function partOf(code) {
  if (EARLY.includes(code)) return '';
  // A definition with its variant is what `calculate` says, to programs.
  if (/^definition\..*\./.test(code)) return undefined;
  return PARTS.find((part) => AREAS[part].split(' ').includes(area(code)));
}

/** The English messages of a part, by their codes. */
export function english(part) {
  const rest = Object.entries(read('en-rest.json')).filter(([code]) => partOf(code) === part);
  const own = { '': 'en.json', '-views': 'en-views.json' }[part];
  return { ...(own === undefined ? {} : read(own)), ...Object.fromEntries(rest) };
}

/** The messages of a language for a part. */
export const translated = (language, part) => read('languages', `${language}${part}.json`);

/** Modules of messages, by their names in dist/. */
export function languageModules() {
  const all = LANGUAGES.flatMap((language) => PARTS.map((part) => [language, part]));
  return Object.fromEntries(
    all.map(([language, part]) => [
      `language-${language}${part}.js`,
      `export default ${JSON.stringify(translated(language, part))};\n`,
    ]),
  );
}
