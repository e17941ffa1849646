// What the peers' pages share: places for the pictures, a table of the KPIs, and the word that all is painted.
export function place(id, width, height) {
  const box = document.createElement('div');
  box.id = id;
  box.style.cssText = `width:${width}px;height:${height}px`;
  document.body.append(box);
  return box;
}

export function canvas(id, width, height) {
  const element = document.createElement('canvas');
  Object.assign(element, { width, height });
  place(id, width, height).append(element);
  return element;
}

/** The scorecard's content as a table, which ours shows as well. */
export function table(kpis) {
  const element = document.createElement('table');
  for (const { title, value, target, unit, progress } of kpis) {
    const row = element.insertRow();
    for (const text of [title, `${value} ${unit}`, `${target} ${unit}`, `${Math.round(progress * 100)} %`]) {
      row.insertCell().textContent = text;
    }
  }
  document.body.append(element);
}

/** To be called when every drawing command has been given: reading a pixel makes the canvas do them. */
export function painted() {
  for (const element of document.querySelectorAll('canvas')) element.getContext('2d')?.getImageData(0, 0, 1, 1);
  document.dispatchEvent(new Event('board-painted'));
}
