// A page of a test: the built package under /package/, the test's own files beside it, a chosen policy.
import { dist } from '../../../scripts/lib/paths.mjs';
import { serve } from '../../../scripts/lib/server.mjs';

/** A whole HTML page with module scripts by address: inline scripts would break the policies under test. */
export function html({ body = '', scripts = ['/package/element.js'], head = '', lang = 'en' } = {}) {
  const tags = scripts.map((src) => `<script type="module" nonce="{{nonce}}" src="${src}"></script>`).join('\n');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Test</title>${head}
${tags}</head><body>${body}</body></html>`;
}

/**
 * Serves a test's files: `files` maps a path to text (or bytes), and may be changed while the page is open.
 * The built package lies under `/package/`, unless a whole folder is to be served. Gives what `serve` gives, and `files`.
 */
export async function openSite({ folder, policy = 'strict', files = {}, routes = {} } = {}) {
  const place = folder === undefined ? { root: dist, under: '/package/' } : { root: folder };
  const server = await serve({ ...place, policy, files, routes });
  return { ...server, files };
}
