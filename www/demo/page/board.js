/** The board of this page: always the one that stands in the document, since "Start over" puts a fresh one there. */
import { byId } from '../shared/dom.js';

/** The day everything on this page is read on, and the last day of the month being judged. */
export const AS_OF = '2026-11-20';
export const MONTH_END = '2026-10-31';

/** The element. */
export function element() {
  return byId('board');
}

/** The element's board, once it has one. */
export function board() {
  return element().board;
}

/** Calls `then` now if there is a board, and whenever a new one is ready. */
export function whenReady(then) {
  byId('board').parentElement.addEventListener('board-ready', (event) => {
    if (event.target === element()) then(board());
  });
  if (board()) then(board());
}

/** Puts a fresh element in the place of the old one: plan and numbers as published. */
export function startOver() {
  const old = element();
  // The strip shows the same board; it must not hold one that is about to go.
  byId('line').board = undefined;
  const fresh = old.cloneNode(false);
  old.replaceWith(fresh);
}

/** Every node of a plan, top to bottom. */
export function nodesOf(plan) {
  const single = [plan.companyMission, plan.vision, plan.mission].filter(Boolean);
  return [...single, ...(plan.goals ?? []), ...(plan.strategies ?? []), ...(plan.actions ?? [])];
}

/** Every KPI of a plan, in the order of its nodes. */
export function kpisOf(plan) {
  return nodesOf(plan).flatMap((node) => node.kpis ?? []);
}
