// Runs one scene with one peer: what a script takes and, with the pixels read back, what drawing takes.
import { dozen, walk } from './series.js';

const frame = () => new Promise((done) => requestAnimationFrame(done));
const rest = async () => {
  await frame();
  await frame();
  await new Promise((done) => setTimeout(done, 40));
};

/** Reading a pixel waits for whatever the canvas still has to draw. */
function settle() {
  for (const canvas of document.querySelectorAll('canvas')) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}

async function timed(job) {
  await rest();
  const start = performance.now();
  const result = await job();
  settle();
  return [performance.now() - start, result];
}

const SIZE = { width: 1200, height: 500 };
const SMALL = { width: 310, height: 220 };

async function line(peer, count, updates) {
  const place = document.body.appendChild(document.createElement('div'));
  const data = walk(count);
  const prepared = peer.prepare(data);
  const [first, chart] = await timed(() => peer.line(place, prepared, SIZE));
  const [append, zoom] = [[], []];
  let last = data.x.at(-1);
  for (let at = 0; at < updates; at += 1) {
    last += 1000;
    append.push((await timed(() => peer.append(chart, last, 50 + at)))[0]);
  }
  const span = last - data.x[0];
  for (let at = 0; at < updates; at += 1) {
    const from = data.x[0] + span * (0.3 + 0.02 * at);
    zoom.push((await timed(() => peer.zoom(chart, from, from + span * 0.1)))[0]);
  }
  return { first: [first], append, zoom };
}

async function many(peer, updates) {
  const places = Array.from({ length: 12 }, () => document.body.appendChild(document.createElement('div')));
  const [first, charts] = await timed(() => peer.many(places, dozen(), SMALL));
  const all = [];
  for (let at = 0; at < updates; at += 1) all.push((await timed(() => peer.manyAgain(charts, dozen(100 + at))))[0]);
  return { first: [first], all };
}

export async function run(peer, scene, updates = 9) {
  await peer.ready?.();
  // Once unmeasured and small, so that nobody is timed while its code is compiled.
  const warm = document.body.appendChild(document.createElement('div'));
  peer.line(warm, peer.prepare(walk(100)), { width: 300, height: 200 });
  await rest();
  warm.remove();
  if (scene === 'dozen') return many(peer, updates);
  return line(peer, scene === 'million' ? 1_000_000 : 100_000, updates);
}
