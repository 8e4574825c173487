import { Pdf, type PageSize } from './pdf';

/** What stands on the screen: the last complete drawing, until the next one is complete. */
export class PdfView {
  pages = $state.raw<readonly PageSize[]>([]);
  failed = $state(false);
  /** Finished pictures by page, from 0. */
  drawn = $state.raw<readonly (HTMLCanvasElement | undefined)[]>([]);

  #pdf: Pdf | null = null;
  #turn = 0;
  #width = 0;
  #density = 1;
  #sight: readonly number[] = [0];
  #asked: boolean[] = [];

  /** Draws other bytes or another width. The pages in sight are ready before anything changes on the screen. */
  async show(bytes: ArrayBuffer, width: number, density: number): Promise<void> {
    const turn = ++this.#turn;
    try {
      const pdf = await Pdf.open(bytes);
      const seen = this.#sight.filter((index) => index < pdf.pages.length);
      const wanted = seen.length ? seen : [0];
      const drawn: HTMLCanvasElement[] = [];
      for (const index of wanted) {
        if (turn === this.#turn) drawn[index] = await pdf.draw(index, width, density);
      }
      if (turn !== this.#turn) return pdf.close();
      this.#pdf?.close();
      this.#pdf = pdf;
      this.#width = width;
      this.#density = density;
      this.#asked = [];
      for (const index of wanted) this.#asked[index] = true;
      this.drawn = drawn;
      this.pages = pdf.pages;
      this.failed = false;
      this.#drawSight();
    } catch {
      // The picture is lost, not the sheet: the screen says so, and saving still works.
      if (turn === this.#turn) this.failed = true;
    }
  }

  /** Which pages can be seen now. */
  sight(pages: readonly number[]): void {
    this.#sight = pages;
    this.#drawSight();
  }

  async text(): Promise<string[]> {
    const pdf = this.#pdf;
    return pdf ? Promise.all(pdf.pages.map((_, index) => pdf.text(index))) : [];
  }

  stop(): void {
    this.#turn += 1;
    this.#pdf?.close();
    this.#pdf = null;
  }

  #drawSight(): void {
    for (const index of this.#sight) {
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
