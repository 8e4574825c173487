// PDF pages as pictures, by pdf.js. Loaded only when the first page is to be seen; one worker for the whole window.
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import { Canvases } from './pdf-canvases';
import { readText, type TextBlock } from './pdf-text';

export type { TextBlock };

type Engine = {
  getDocument: typeof import('pdfjs-dist').getDocument;
  worker: PDFWorker;
  carried: typeof import('./pdf-carried').carried;
};

let engine: Promise<Engine> | null = null;

async function load(): Promise<Engine> {
  const [pdfjs, { default: PageWorker }, { carried }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs?worker'),
    import('./pdf-carried'),
  ]);
  const worker = pdfjs.PDFWorker.create({ port: new PageWorker() });
  return { getDocument: pdfjs.getDocument, worker, carried };
}

/** Sizes are PDF points, 72 to the inch. */
export type PageSize = { width: number; height: number };

export class Pdf {
  private constructor(
    readonly pages: readonly PageSize[],
    private readonly document: PDFDocumentProxy,
  ) {}

  static async open(bytes: ArrayBuffer): Promise<Pdf> {
    engine ??= load();
    const { getDocument, worker, carried } = await engine;
    // pdf.js takes its data away into the worker, so it gets a copy. Letters are drawn from their outlines: handing each
    // drawing's fonts to the engine takes longer than the drawing. The computer's fonts have no outlines here, so the
    // standard letters are the program's own.
    const document = await getDocument({
      data: bytes.slice(0),
      worker,
      ...carried,
      CanvasFactory: Canvases,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    }).promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => {
        const { width, height } = (await document.getPage(index + 1)).getViewport({ scale: 1 });
        return { width, height };
      }),
    );
    return new Pdf(pages, document);
  }

  /** One page, from 0, drawn `width` CSS pixels wide for a screen with `density` dots to each of them. */
  async draw(index: number, width: number, density: number): Promise<HTMLCanvasElement> {
    const page = await this.document.getPage(index + 1);
    const scale = (width / page.getViewport({ scale: 1 }).width) * density;
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    // As for printing: drawn at once, not in step with the screen, and exactly what the printer gets.
    await page.render({ canvas, viewport, intent: 'print' }).promise;
    return canvas;
  }

  /** The words of one page in the order in which they are to be read. */
  async text(index: number): Promise<TextBlock[]> {
    const page = await this.document.getPage(index + 1);
    const [tree, { items }] = await Promise.all([
      page.getStructTree(),
      page.getTextContent({ includeMarkedContent: true }),
    ]);
    return readText(tree, items);
  }

  close(): void {
    void this.document.loadingTask.destroy();
  }
}
