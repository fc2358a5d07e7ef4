/** Wakes a loop that has nothing to do. A notice that comes while the loop is busy is kept for its next rest. */
export class Signal {
  #noticed = false;
  #resolve: (() => void) | undefined;

  notify(): void {
    this.#noticed = true;
    this.#resolve?.();
  }

  /** Waits for a notice, at most `milliseconds`. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#noticed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(milliseconds, 2 ** 31 - 1));
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#resolve = undefined;
    }
    this.#noticed = false;
  }
}
