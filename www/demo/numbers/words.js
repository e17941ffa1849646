/** Numbers and codes in words, as all of this page says them. */
import { messagesFor } from '../throughline/index.js';

const words = messagesFor('en');
export const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const count = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** A value with its unit: 61.3 %, 22 h. */
export function valued(value, unit) {
  return `${plain.format(value)}${unit ? `\u202f${unit}` : ''}`;
}

export function signedly(value, unit) {
  return `${signed.format(value)}${unit ? `\u202f${unit}` : ''}`;
}

export const counted = (number) => count.format(number);

/** A share, cut off: what is not all is never told as all. */
export const shared = (share) => percent.format(Math.floor(share * 1000) / 1000);

/** 59.9 to 77.1. */
export function ranged(interval) {
  return interval === undefined ? '' : `${plain.format(interval.low)} to ${plain.format(interval.high)}`;
}

const RULES = {
  outside: 'outside the limits',
  'near-limit': 'three of four nearer a limit than the centre',
  run: 'eight in a row on one side of the centre',
  range: 'an unusual step',
};

/** Why a point of a process-behaviour chart stands out. */
export const ruleWords = (rule) => RULES[rule] ?? rule;

/** Why there is no value. */
export function because({ code, params }) {
  return words.has(`because.${code}`) ? words.text(`because.${code}`, params) : code;
}

export function statusWord(status) {
  return words.text(`status.${status}`);
}

/** The variant's own words; percentiles are told by their number. */
export function variantWords(variant) {
  if (words.has(`variant.${variant}`)) return words.text(`variant.${variant}`);
  const percentile = /^p([\d.]+)(-nearest-rank)?$/.exec(variant);
  if (percentile === null) return variant;
  return `${percentile[1]}th percentile${percentile[2] ? ', nearest rank' : ''}`;
}

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
