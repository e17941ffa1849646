/** The colours of a picture as the page really shows them: a canvas understands no custom properties. */

/** How the page names the colours of a picture; a colour of status that it has no name for is ink. */
const ROLES = {
  paper: '--raised',
  raised: '--raised',
  ink: '--ink',
  second: '--second',
  rule: '--rule',
  accent: '--accent',
};
const OTHERS = {
  onTrack: '--on-track',
  atRisk: '--at-risk',
  offTrack: '--off-track',
  cannotTell: '--cannot-tell',
  stale: '--second',
  noData: '--second',
};

export function paletteOf(probe) {
  const read = (name) => {
    probe.style.setProperty('background-color', `var(${name}, var(--ink))`);
    const parts = getComputedStyle(probe)
      .backgroundColor.match(/[\d.]+/g)
      .slice(0, 3);
    return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
  };
  const found = Object.fromEntries(Object.entries({ ...ROLES, ...OTHERS }).map(([role, name]) => [role, read(name)]));
  probe.style.removeProperty('background-color');
  return found;
}

/** Draws now, and whenever the box gets another width or the page other colours. */
export function keepDrawn(box, draw) {
  new ResizeObserver(draw).observe(box);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(query).addEventListener('change', draw);
  }
  // The theme is the page's own, and its colours follow at once.
  document.getElementById('theme').addEventListener('change', () => requestAnimationFrame(draw));
}
