// Which pages of a scrolling region can be seen.

export class Sight {
  /** Their numbers, in order. */
  pages: readonly number[] = [];
  readonly #observer: IntersectionObserver;

  /** Those within `margin` (as in CSS) of what `root` shows; `changed` hears when they are others. */
  constructor(root: Element | null, margin: string, changed: () => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = Number((target as HTMLElement).dataset.page);
          const others = this.pages.filter((seen) => seen !== index);
          this.pages = isIntersecting ? [...others, index].sort((a, b) => a - b) : others;
        }
        changed();
      },
      { root, rootMargin: `${margin} 0px` },
    );
  }

  /** Watches these and no others; each says in `data-page` which page it is. */
  watch(elements: Iterable<Element>): void {
    this.stop();
    this.pages = [];
    for (const element of elements) this.#observer.observe(element);
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
