/** Regions that scroll sideways: their edge shows that there is more behind it, and a keyboard reaches them. */

/** Says on the region which of its edges hide something; only one that scrolls is a stop of the Tab key. */
function mark(region) {
  const { scrollWidth, clientWidth, scrollLeft } = region;
  const hidden = scrollWidth - clientWidth;
  // From right to left it counts down from nothing.
  const passed = Math.abs(scrollLeft);
  const edges = [passed > 1 && 'start', hidden - passed > 1 && 'end'].filter(Boolean);
  region.dataset.more = edges.join(' ');
  if (hidden > 1) region.tabIndex = 0;
  else region.removeAttribute('tabindex');
}

/** Watches every `.scroll` of the page, and what it holds. */
export function watchScrolls() {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target.closest('.scroll'));
  });
  for (const region of document.querySelectorAll('.scroll')) {
    sizes.observe(region);
    for (const child of region.children) sizes.observe(child);
    region.addEventListener('scroll', () => mark(region), { passive: true });
  }
}
