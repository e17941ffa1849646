// What holds of every picture that needs no board, asked of it in the page.

/**
 * Lays out and draws `request` on the canvas of a page whose functions stand under `globalThis[name]`; `lit` is what lights
 * up. Says whether a layout draws nothing, a context keeps its size, and the same request gives the same picture.
 */
export const steady = (tab, { name, layout, draw, request, lit }) =>
  tab.evaluate(
    (asked) => {
      const canvas = document.querySelector(`#${asked.name}`);
      const { [asked.layout]: laidOut, [asked.draw]: drawn } = globalThis[asked.name];
      const context = canvas.getContext('2d');
      const before = canvas.toDataURL();
      const place = laidOut(asked.request, context);
      const untouched = canvas.toDataURL() === before;
      drawn(context, asked.request);
      const kept = [canvas.width, canvas.height];
      const geometry = drawn(canvas, asked.request);
      const first = canvas.toDataURL();
      const { hover } = drawn(canvas, { ...asked.request, hover: asked.lit });
      const other = canvas.toDataURL() !== first;
      drawn(canvas, asked.request);
      const same = JSON.stringify(place) === JSON.stringify(geometry);
      return { untouched, kept, same, again: canvas.toDataURL() === first, other, hover: hover?.index };
    },
    { name, layout, draw, request, lit },
  );
