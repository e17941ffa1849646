/** The style sheets, made once for the page and shared by every element: a strict policy allows these and no `<style>`. */
import { base } from './base.js';
import { layout } from './layout.js';
import { lists } from './lists.js';
import { panels } from './panels.js';
import { roles } from './roles.js';

let made: CSSStyleSheet[] | undefined;

export function sheets(): CSSStyleSheet[] {
  made ??= [roles, base, layout, lists, panels].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return made;
}
