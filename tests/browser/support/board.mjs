// A page with one board on the small plan, and what tests ask of it.
import { plan } from '../../support/plan.mjs';
import { html } from './browser.mjs';

export { plan };

export const MAPPING = {
  version: 1,
  source: 'cases',
  period: 'month',
  columns: { created: 'created', resolved: 'resolved' },
  measures: [{ id: 'resolution', kpi: 'resolution-time' }],
};
export const ROWS = 'created,resolved\n2026-10-01T08:00,2026-10-01T10:00\n2026-10-02T08:00,2026-10-02T12:00\n';

/** The files of a page with `<strategy-board>`; `attributes` go on the tag. */
export function boardPage(attributes = '', more = {}) {
  return {
    '/index.html': html({
      body: `<strategy-board plan="/plan.json" as-of="2026-11-20" ${attributes}></strategy-board>`,
      ...more,
    }),
    '/plan.json': JSON.stringify(plan()),
    '/mapping.json': JSON.stringify(MAPPING),
    '/rows.csv': ROWS,
  };
}

/** Resolves when the element has shown a board (or its stand-in). */
export const painted = (page) =>
  page.waitForFunction(() => document.querySelector('strategy-board')?.shadowRoot?.querySelector('.top') !== null);

/** The text that a reader sees, in one line. */
export const text = (page, selector) =>
  page.evaluate(
    (inside) =>
      document
        .querySelector('strategy-board')
        .shadowRoot.querySelector(inside)
        ?.textContent.replace(/\s+/g, ' ')
        .trim(),
    selector,
  );
