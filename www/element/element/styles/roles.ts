/** The colours by role, light and dark; a host overrides them one by one as `--strategy-board-ROLE`. */
export const ROLES: Readonly<Record<string, readonly [light: string, dark: string, forced: string]>> = {
  paper: ['#fbfaf7', '#14171a', 'Canvas'],
  raised: ['#ffffff', '#1c2126', 'Canvas'],
  ink: ['#1b1f23', '#eceff1', 'CanvasText'],
  second: ['#5a636b', '#a3adb5', 'CanvasText'],
  rule: ['#d9d6ce', '#39424a', 'CanvasText'],
  accent: ['#2b4c9b', '#8fb2ff', 'Highlight'],
  'on-track': ['#1f7a5a', '#5cc79e', 'CanvasText'],
  'at-risk': ['#a85f00', '#f0ae4e', 'CanvasText'],
  'off-track': ['#b3261e', '#ff8a80', 'CanvasText'],
  'cannot-tell': ['#5b4b8a', '#b9a8f0', 'CanvasText'],
  stale: ['#5a636b', '#a3adb5', 'CanvasText'],
  'no-data': ['#5a636b', '#a3adb5', 'CanvasText'],
};

const each = (make: (role: string, at: readonly [string, string, string]) => string) =>
  Object.entries(ROLES)
    .map(([role, colours]) => make(role, colours))
    .join('');

const light = each((role, [colour]) => `--own-${role}:${colour};`);
const dark = each((role, [, colour]) => `--own-${role}:${colour};`);
const forced = each((role, [, , colour]) => `--_${role}:${colour};`);

export const roles = `
:host{${light}color-scheme:light dark;${each((role) => `--_${role}:var(--strategy-board-${role},var(--own-${role}));`)}}
@media (prefers-color-scheme:dark){:host{${dark}}}
:host([theme=light]){${light}color-scheme:light}
:host([theme=dark]){${dark}color-scheme:dark}
@media (forced-colors:active){:host{${forced}}}
.board{${each((role) => `--${role}:var(--sure-${role},var(--_${role}));`)}}
.probe{position:absolute;inline-size:0;block-size:0;overflow:hidden;visibility:hidden;forced-color-adjust:none;
color:var(--_paper);outline-color:var(--_accent);transition:color 1ms,outline-color 1ms}
`;
