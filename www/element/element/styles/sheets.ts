/** The style sheets, made once for the page and shared by every element: a strict policy allows these and no `<style>`. */
import { base } from './base.js';
import { layout } from './layout.js';
import { lists } from './lists.js';
import { panels } from './panels.js';
import { roles } from './roles.js';

let made: CSSStyleSheet[] | undefined;
const added = new Set<string>();

export function sheets(): CSSStyleSheet[] {
  made ??= [roles, base, layout, lists, panels].map(sheetOf);
  return made;
}

/** Adds one that comes later, for every element of the page; calling it again changes nothing. */
export function addSheet(text: string): CSSStyleSheet[] {
  if (!added.has(text)) sheets().push(sheetOf(text));
  added.add(text);
  return sheets();
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
