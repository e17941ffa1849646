// A small static server on loopback: right types, conditional requests, a chosen content security policy.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { policies } from './policies.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** A file handed over in memory, or one below the root. */
async function find({ root, under, files }, pathname) {
  const own = files[pathname] ?? (pathname.endsWith('/') ? files[`${pathname}index.html`] : undefined);
  if (own !== undefined) {
    return { name: path.extname(pathname) ? pathname : 'index.html', body: Buffer.from(own) };
  }
  return pathname.startsWith(under) ? findBelow(root, `/${pathname.slice(under.length)}`) : undefined;
}

async function findBelow(root, pathname) {
  const file = path.join(root, path.normalize(decodeURIComponent(pathname)));
  if (file !== root && !file.startsWith(root + path.sep)) return undefined;
  try {
    const folder = (await fs.stat(file)).isDirectory();
    if (folder && !pathname.endsWith('/')) return { moved: `${pathname}/` };
    const name = folder ? path.join(file, 'index.html') : file;
    return { name, body: await fs.readFile(name) };
  } catch {
    return undefined;
  }
}

function policyHeader(policy, nonce, host) {
  const text = policies[policy] ?? policy;
  return text.replaceAll('NONCE', nonce).replaceAll('HOST', host);
}

/** Answers one request from the folder; in HTML, `{{nonce}}` becomes the response's nonce. */
async function answer(request, response, state) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const found = await find(state, pathname);
  if (found?.moved) return response.writeHead(301, { Location: found.moved }).end();
  const nonce = randomBytes(12).toString('base64');
  const type = found && (TYPES[path.extname(found.name)] ?? 'application/octet-stream');
  const headers = {
    'Content-Type': type ?? TYPES['.txt'],
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
  const csp = policyHeader(state.policy, nonce, `http://${request.headers.host}`);
  if (csp) headers['Content-Security-Policy'] = csp;
  // Browsers ask for an icon by themselves: a page without one is no mistake.
  if (!found && pathname === '/favicon.ico') return response.writeHead(204).end();
  if (!found) return response.writeHead(404, headers).end(`${pathname} is not here\n`);
  const etag = `"${createHash('sha256').update(found.body).digest('base64url').slice(0, 22)}"`;
  headers.ETag = etag;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  const html = type.startsWith('text/html');
  const body = html ? Buffer.from(found.body.toString('utf8').replaceAll('{{nonce}}', nonce)) : found.body;
  headers['Content-Length'] = body.length;
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Serves a folder on loopback, below the path `under`. `files` maps further paths to text or bytes, read anew at
 * each request; `routes` maps a path to a handler `(request, response)` that answers by itself;
 * `port` is tried first, then any free one. Gives `{ url, port, requests, close }`; `setPolicy` changes the policy.
 */
export async function serve({
  root,
  policy = 'strict',
  port = 0,
  host = '127.0.0.1',
  routes = {},
  files = {},
  under = '/',
}) {
  const state = { root, policy, files, under };
  const requests = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    requests.push({ method: request.method, path: pathname, conditional: 'if-none-match' in request.headers });
    const handled = routes[pathname] ? routes[pathname](request, response) : answer(request, response, state);
    Promise.resolve(handled).catch((error) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error.message));
    });
  });
  try {
    await listen(server, port, host);
  } catch (error) {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    await listen(server, 0, host);
  }
  const taken = server.address().port;
  return {
    url: `http://${host}:${taken}/`,
    port: taken,
    requests,
    setPolicy: (name) => {
      state.policy = name;
    },
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}
