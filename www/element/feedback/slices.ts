/** Long work in short tasks: the page breathes in between, and the work ends when nobody wants it any more. */

/** A task is to be far under the 50 ms that a person notices, also on a machine a few times slower. */
const SLICE = 8;

export class Slices {
  readonly #signal: AbortSignal | undefined;
  #began = performance.now();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    signal?.throwIfAborted();
  }

  /** Does something with every item, a slice at a time. */
  async each<Item>(items: Iterable<Item>, run: (item: Item, place: number) => void): Promise<void> {
    let place = 0;
    for (const item of items) {
      run(item, place);
      place += 1;
      if (performance.now() - this.#began > SLICE) await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#signal?.throwIfAborted();
    this.#began = performance.now();
  }
}
