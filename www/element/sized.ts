/** Makes a canvas as large as its picture. Setting a side empties it, so it is set only where it changes. */
export function sized(canvas: HTMLCanvasElement, of: { width: number; height: number; ratio: number }): void {
  const [across, down] = [Math.round(of.width * of.ratio), Math.round(of.height * of.ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
}
