// A page of the built demo, under the strict policy.
import { demoOut } from '../../../scripts/lib/paths.mjs';
import { useBrowser } from './browser.mjs';

/** Registers a browser for the test file. Gives `open(t, { width, height, colorScheme })`, which goes to one page. */
export function useDemo(place, options) {
  const open = useBrowser();
  return (t, { width = 1280, height = 900, colorScheme = 'light' } = {}) =>
    open(t, { folder: demoOut, path: place, context: { viewport: { width, height }, colorScheme }, ...options });
}

/** How far the page is wider than its window. */
export const overhang = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
