// A server that behaves like a link: everything in brotli-11, and where asked a bandwidth and a round trip.
// A new connection costs two round trips more (TCP and TLS), each request one; all answers share the bandwidth.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import zlib from 'node:zlib';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const PIECE = 16 * 1024;

function pack(file) {
  const bytes = fs.readFileSync(file);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return zlib.brotliCompressSync(bytes, { params });
}

/** A pipe of `mbps` shared by all answers: gives the milliseconds to wait before the next bytes have passed. */
function pipe(mbps) {
  let freeAt = 0;
  return (bytes) => {
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + (bytes * 8) / (mbps * 1000);
    return freeAt - now;
  };
}

/** Serves folders: `{ '/prefix/': folder }`. Gives `{ url, sent, close }`; `sent` maps a path to its bytes on the wire. */
export async function serveLink(folders, { mbps = 0, rtt = 0 } = {}) {
  const packed = new Map();
  const sent = new Map();
  const known = new WeakSet();
  const wait = mbps > 0 ? pipe(mbps) : undefined;

  const find = (pathname) => {
    const prefix = Object.keys(folders).find((start) => pathname.startsWith(start));
    const file = prefix && path.join(folders[prefix], pathname.slice(prefix.length));
    if (!file || !fs.existsSync(file)) return undefined;
    if (!packed.has(file)) packed.set(file, pack(file));
    return packed.get(file);
  };

  async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    const body = find(pathname);
    const first = !known.has(request.socket);
    known.add(request.socket);
    if (rtt > 0) await sleep(rtt * (first ? 3 : 1));
    if (!body) return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    sent.set(pathname, body.length);
    const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': 'br',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
    });
    if (!wait) return response.end(body);
    for (let from = 0; from < body.length; from += PIECE) {
      const piece = body.subarray(from, from + PIECE);
      const delay = wait(piece.length);
      if (delay > 1) await sleep(delay);
      response.write(piece);
    }
    response.end();
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    sent,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
