// The repository's documents and the fenced examples in them.
import fs from 'node:fs';
import path from 'node:path';
import { at } from '../../../scripts/lib/paths.mjs';

/** Every document: `{ name, text }`, the name relative to the repository. */
export function documents() {
  const inDocs = fs.readdirSync(at('docs'), { recursive: true }).filter((name) => name.endsWith('.md'));
  const names = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  return [...names, ...inDocs.map((name) => path.posix.join('docs', name))].map((name) => ({
    name,
    text: fs.readFileSync(at(name), 'utf8'),
  }));
}

/** The fenced examples in a language: `{ where, words, text }`; `words` are those behind the language. */
export function snippets(language) {
  return documents().flatMap(({ name, text }) =>
    [...text.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)]
      .filter(([, found]) => found === language)
      .map(({ 2: words, 3: body, index }) => ({
        where: `${name}:${text.slice(0, index).split('\n').length}`,
        words: words.trim().split(/\s+/).filter(Boolean),
        text: body,
      })),
  );
}
