/** What comes later, the details of a choice and entries of their own, shares with the first picture. */
export { throughLine } from '../describe.js';
export { h } from '../dom.js';
export { reading, unreadable } from '../error.js';
export { titleOf, titlesIn } from '../explaining.js';
export { speak, teach } from '../messages/catalog.js';
export { told } from '../taught.js';
export { findingLine } from './aside.js';
export { block, sentence } from './context.js';
export { figure, freshness, kindWord, kpiChange, kpiList, kpiTarget, kpiValue, nodeNumber } from './figures.js';
export { mark, statusWord } from './marks.js';
export { addSheet } from './styles/sheets.js';
