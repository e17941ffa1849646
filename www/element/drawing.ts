/** The painter's shapes as the element uses them; the shapes themselves are generated from the Rust types. */
import type { Palette } from './types.js';

export type { DrawOptions, Geometry, KpiLabel, Labels, NodeLabel, Palette, Spot } from './types.js';

export type Role = keyof Palette;
