/** What the element hands to the painter, everything resolved, and what the painter gives back. */
import type { Status } from './types.js';

export type Role =
  | 'paper'
  | 'raised'
  | 'ink'
  | 'second'
  | 'rule'
  | 'accent'
  | 'onTrack'
  | 'atRisk'
  | 'offTrack'
  | 'cannotTell'
  | 'stale'
  | 'noData';

export type Palette = Readonly<Record<Role, string>>;

export interface NodeLabel {
  title: string;
  number?: string;
  unit?: string;
  note?: string;
  status: string;
}
export interface KpiLabel {
  title: string;
  value: string;
  target: string;
  status: string;
  note: string;
}

export interface Labels {
  nodes: Record<string, NodeLabel>;
  kpis: Record<string, KpiLabel>;
  bands: Record<string, string>;
  words: Record<string, string>;
}

export interface DrawOptions {
  view: 'map' | 'scorecard' | 'line';
  /** In CSS pixels; without a height the picture takes what it needs. */
  width: number;
  height?: number;
  ratio: number;
  direction: 'ltr' | 'rtl';
  focus?: string;
  select?: string;
  hover?: string;
  font: string;
  palette: Palette;
  motion: boolean;
  labels: Labels;
}

export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  row: number;
  column: number;
}
export interface Geometry {
  width: number;
  height: number;
  nodes: Box[];
  links: { from: string; to: string; kind: string }[];
  compact: 'full' | 'narrow' | 'tiny';
}

/** The palette's role of a status; met and done are drawn as on track, not met as off track. */
export const ROLE_OF: Readonly<Record<Status, Role>> = {
  'on-track': 'onTrack',
  'at-risk': 'atRisk',
  'off-track': 'offTrack',
  'cannot-tell': 'cannotTell',
  stale: 'stale',
  'no-data': 'noData',
  'not-started': 'noData',
  done: 'onTrack',
  met: 'onTrack',
  'not-met': 'offTrack',
};
