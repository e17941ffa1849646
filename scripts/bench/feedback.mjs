// How often sentiment is right, on texts that people have labelled. It prints and never fails a build.
// Usage: node scripts/bench/feedback.mjs FILE   (a table by tabs: the last column is the text, the one before its label:
//        negative, neutral or positive, or a rating from -4 to 4 of which 0.2 either side of 0 is neutral)
//
// Such a file comes with the sources of vaderSentiment (MIT): `pip download --no-deps --no-binary :all:
// vaderSentiment==3.3.2` has additional_resources/hutto_ICWSM_2014.tar.gz, and that amazonReviewSnippets_GroundTruth.txt
// and three more. They are not in this repository.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../lib/paths.mjs';
import { CannotGoOn, main } from '../lib/run.mjs';

const CLASSES = ['negative', 'neutral', 'positive'];

/** The class of a label, or nothing where it is none. */
function labelled(label) {
  if (CLASSES.includes(label)) return label;
  const rating = Number(label);
  if (label.trim() === '' || Number.isNaN(rating)) return undefined;
  if (rating <= -0.2) return 'negative';
  return rating >= 0.2 ? 'positive' : 'neutral';
}

/** A single text is never told; five alike are. */
async function classOf(analyseFeedback, text) {
  const { sentiment } = await analyseFeedback(Array(5).fill(text), { language: 'en', themes: 0 });
  return CLASSES.find((name) => sentiment[name].count > 0);
}

function print(counts, total) {
  console.log(`${''.padEnd(22)}${CLASSES.map((name) => name.padStart(10)).join('')}   found`);
  for (const label of CLASSES) {
    const row = CLASSES.map((found) => counts[`${label} ${found}`] ?? 0);
    console.log(`labelled ${label.padEnd(13)}${row.map((count) => String(count).padStart(10)).join('')}`);
  }
  const right = CLASSES.reduce((sum, name) => sum + (counts[`${name} ${name}`] ?? 0), 0);
  const scores = CLASSES.map((name) => {
    const sum = (of) => CLASSES.reduce((total, other) => total + (counts[of(other)] ?? 0), 0);
    const own = counts[`${name} ${name}`] ?? 0;
    return (2 * own) / (sum((other) => `${name} ${other}`) + sum((other) => `${other} ${name}`) || 1);
  });
  const macro = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  console.log(
    `right: ${right} of ${total}, ${((100 * right) / total).toFixed(1)} %; F1 over the classes ${macro.toFixed(3)}`,
  );
}

await main(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new CannotGoOn('No labelled texts', '    node scripts/bench/feedback.mjs FILE');
  const { analyseFeedback } = await import(pathToFileURL(path.join(dist, 'feedback.js')).href);
  const rows = fs
    .readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const counts = {};
  let total = 0;
  for (const cells of rows.filter(({ length }) => length > 1)) {
    const [label, text] = [labelled(cells.at(-2)), cells.at(-1).trim()];
    if (label === undefined || text === '') continue;
    const found = await classOf(analyseFeedback, text);
    counts[`${label} ${found}`] = (counts[`${label} ${found}`] ?? 0) + 1;
    total += 1;
  }
  print(counts, total);
});
