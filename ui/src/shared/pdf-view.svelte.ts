import { Pdf, type PageSize, type TextBlock } from './pdf';

/** `width` in CSS pixels, `density` dots to each of them. */
export type Order = { bytes: ArrayBuffer; width: number; density: number };

/** What stands on the screen: the last complete drawing, until the next one is complete. */
export class PdfView {
  pages = $state.raw<readonly PageSize[]>([]);
  failed = $state(false);
  /** Finished pictures by page, from 0. */
  drawn = $state.raw<readonly (HTMLCanvasElement | undefined)[]>([]);

  #pdf: Pdf | null = null;
  /** The latest order that nobody has begun to work on. */
  #order: Order | null = null;
  #working = false;
  #stopped = false;
  #width = 0;
  #density = 1;
  #sight: readonly number[] = [0];
  #near: readonly number[] = [];
  #asked: boolean[] = [];

  /**
   * Draws other bytes or another width. The pages in sight are ready before anything changes on the screen; while one
   * drawing is under way only the latest order waits, so that quick typing neither piles up work nor starves the screen.
   */
  async show(order: Order): Promise<void> {
    this.#order = order;
    if (this.#working) return;
    this.#working = true;
    while (this.#order) {
      const next: Order = this.#order;
      this.#order = null;
      try {
        await this.#replace(next);
        this.failed = false;
      } catch {
        // The picture is lost, not the sheet: the screen says so, and saving still works.
        this.failed = true;
      }
    }
    this.#working = false;
  }

  /** Which pages can be seen now, and which are so near that somebody who scrolls will see them next. */
  sight(pages: readonly number[], near: readonly number[]): void {
    this.#sight = pages;
    this.#near = near;
    this.#drawSight();
  }

  /** The words of each page. */
  async text(): Promise<TextBlock[][]> {
    const pdf = this.#pdf;
    return pdf ? Promise.all(pdf.pages.map((_, index) => pdf.text(index))) : [];
  }

  stop(): void {
    this.#stopped = true;
    this.#order = null;
    this.#pdf?.close();
    this.#pdf = null;
  }

  async #replace({ bytes, width, density }: Order): Promise<void> {
    const pdf = await Pdf.open(bytes);
    const seen = this.#sight.filter((index) => index < pdf.pages.length);
    const wanted = seen.length ? seen : [0];
    const drawn: HTMLCanvasElement[] = [];
    for (const index of wanted) drawn[index] = await pdf.draw(index, width, density);
    if (this.#stopped) return pdf.close();
    this.#pdf?.close();
    this.#pdf = pdf;
    this.#width = width;
    this.#density = density;
    this.#asked = [];
    for (const index of wanted) this.#asked[index] = true;
    this.drawn = drawn;
    this.pages = pdf.pages;
    this.#drawSight();
  }

  #drawSight(): void {
    for (const index of [...this.#sight, ...this.#near]) {
      if (this.#pdf && index < this.#pdf.pages.length && !this.#asked[index])
        void this.#draw(this.#pdf, index);
    }
  }

  async #draw(pdf: Pdf, index: number): Promise<void> {
    this.#asked[index] = true;
    try {
      const canvas = await pdf.draw(index, this.#width, this.#density);
      if (pdf !== this.#pdf) return;
      const drawn = [...this.drawn];
      drawn[index] = canvas;
      this.drawn = drawn;
    } catch {
      if (pdf === this.#pdf) this.failed = true;
    }
  }
}
