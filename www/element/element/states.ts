/** What stands where the board would: nothing yet, loading, an error, no scores. Each says what it is and what to do. */
import { type Description, h } from '../dom.js';
import type { ThroughlineError } from '../error.js';
import type { Catalog } from '../messages/catalog.js';

const ISSUES_SHOWN = 5;

export function empty(words: Catalog): Description {
  return notice('empty', words.text('state.empty'), words.text('state.empty-next'));
}

export function loading(words: Catalog): Description {
  return h(
    'div',
    { class: 'notice loading', key: 'notice', 'aria-busy': 'true' },
    h('p', { class: 'headline' }, words.text('state.loading')),
  );
}

/** No board at all: what failed, every issue with its place, and a way to try again. */
export function failed(words: Catalog, error: ThroughlineError, retry: () => void): Description {
  const issues = error.issues.slice(0, ISSUES_SHOWN);
  return h(
    'div',
    { class: 'notice error', key: 'notice' },
    h('p', { class: 'headline' }, errorText(words, error)),
    issues.length > 0 &&
      h(
        'ul',
        {},
        issues.map((issue) =>
          h(
            'li',
            {},
            h('code', {}, issue.path === '' ? '/' : issue.path),
            h('span', {}, words.text(`issue.${issue.code}`, { path: issue.path, ...issue.params })),
          ),
        ),
      ),
    error.issues.length > ISSUES_SHOWN &&
      h('p', {}, words.text('state.more-issues', { more: error.issues.length - ISSUES_SHOWN })),
    h('p', { class: 'next' }, nextStep(words, error)),
    h('button', { type: 'button', class: 'quiet', onclick: retry }, words.text('state.retry')),
  );
}

/** The last good state stays; over it stands why it is no newer. */
export function warning(words: Catalog, error: ThroughlineError, retry: () => void): Description {
  return h(
    'div',
    { class: 'notice slim', key: 'warning', role: 'status' },
    h('p', {}, errorText(words, error), ' ', words.text('state.kept')),
    h('button', { type: 'button', class: 'quiet', onclick: retry }, words.text('state.retry')),
  );
}

/** The page's policy refused wasm: the plan is shown without scores. */
export function refused(words: Catalog): Description {
  return notice('refused', words.text('state.refused'), words.text('state.refused-next'));
}

export function errorText(words: Catalog, error: ThroughlineError): string {
  return words.text(`error.${error.code}`, error.params);
}

function nextStep(words: Catalog, error: ThroughlineError): string {
  const code = `next.${error.code}`;
  return words.text(words.has(code) ? code : 'next.any');
}

function notice(name: string, said: string, next: string): Description {
  return h(
    'div',
    { class: `notice ${name}`, key: 'notice' },
    h('p', { class: 'headline' }, said),
    h('p', { class: 'next' }, next),
  );
}
