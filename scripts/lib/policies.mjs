// Content security policies that portals really send: the element is tested under each.
const wasm = "script-src 'self' 'wasm-unsafe-eval'";
const locked = `default-src 'self'; ${wasm}; style-src 'self'; connect-src 'self'`;
const trusted = "require-trusted-types-for 'script'; trusted-types 'none'";

/** By name; `NONCE` stands for the response's nonce, `HOST` for the page's own origin as a CDN. */
export const policies = {
  none: '',
  sharepoint: "script-src 'unsafe-eval' 'self' HOST",
  'no-wasm': "script-src 'self'",
  wasm,
  locked,
  trusted: `${locked}; ${trusted}`,
  'power-pages': "script-src 'self' 'nonce-NONCE'; style-src 'unsafe-inline' https:",
  'strict-dynamic': "script-src 'nonce-NONCE' 'strict-dynamic' 'unsafe-eval'",
  /** What `npm start` sends: the locked policy with everything else shut as well. */
  strict: `${locked}; object-src 'none'; base-uri 'none'; ${trusted}`,
};
