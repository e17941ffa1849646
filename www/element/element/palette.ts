/**
 * The colours as the page really shows them. A canvas understands no custom properties: a probe inside the element is
 * given each role's colour and asked what came out, forced colours included. What a host overrides is held to the
 * contrast that text (4.5) and marks (3) need on its own paper.
 */
import type { Palette, Role } from '../drawing.js';

type Rgb = readonly [number, number, number];

const ROLES: Readonly<Record<Role, string>> = {
  paper: '--_paper',
  raised: '--_raised',
  ink: '--_ink',
  second: '--_second',
  rule: '--_rule',
  accent: '--_accent',
  onTrack: '--_on-track',
  atRisk: '--_at-risk',
  offTrack: '--_off-track',
  cannotTell: '--_cannot-tell',
  stale: '--_stale',
  noData: '--_no-data',
};

/** The contrast each role must have on paper and on raised ground; the others have none to keep. */
const NEEDED: Partial<Record<Role, number>> = {
  ink: 7,
  second: 4.5,
  accent: 4.5,
  onTrack: 4.5,
  atRisk: 4.5,
  offTrack: 4.5,
  cannotTell: 4.5,
  stale: 4.5,
  noData: 4.5,
};

/**
 * Reads the palette through a probe element that inherits the roles, by a child for each: the page then looks its styles
 * through once, and not again for every role that is written.
 */
export function readPalette(probe: HTMLElement): Palette {
  const roles = Object.keys(ROLES) as Role[];
  for (const role of roles.slice(probe.childElementCount)) {
    const child = probe.appendChild(document.createElement('i'));
    child.style.setProperty('background-color', `var(${ROLES[role]})`);
  }
  const colours = [...probe.children].map((child) => parse(getComputedStyle(child).backgroundColor));
  const grounds = colours.slice(0, 2);
  const entries = colours.map((colour, at): [Role, string] => {
    const role = roles[at] as Role;
    const needed = NEEDED[role];
    return [role, hex(needed === undefined ? colour : readable(colour, grounds, needed))];
  });
  return Object.fromEntries(entries) as unknown as Palette;
}

/** `rgb(…)`, or `color(srgb …)` where a host mixed its colours. */
function parse(text: string): Rgb {
  const numbers = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const scale = text.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = numbers.map((number) => Math.max(0, Math.min(255, number * scale)));
  return [red, green, blue];
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour, moved towards black or white by as little as makes it readable on every ground. */
export function readable(colour: Rgb, grounds: readonly Rgb[], needed: number): Rgb {
  const worst = (candidate: Rgb) => Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  const end: Rgb = worst([0, 0, 0]) > worst([255, 255, 255]) ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= 20; step += 1) {
    const moved = mix(colour, end, step / 20);
    if (worst(moved) >= needed) return moved;
  }
  return end;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => from[at] + (to[at] - from[at]) * share;
  return [part(0), part(1), part(2)];
}

/** WCAG 2.2's contrast ratio. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Puts what had to be moved back into the page, so that HTML and picture agree. */
export function apply(root: HTMLElement, palette: Palette): void {
  for (const role of Object.keys(NEEDED) as Role[]) {
    const name = ROLES[role].replace('--_', '--sure-');
    // What is written is looked through by the page, be it the same.
    if (root.style.getPropertyValue(name) !== palette[role]) root.style.setProperty(name, palette[role]);
  }
}
