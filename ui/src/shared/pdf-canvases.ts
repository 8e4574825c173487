// The canvases on which pdf.js draws. Chinese and Japanese letters that a PDF does not bring are written as text, in the
// font that it names; where the computer has no such font, the program's own Han face stands in for it.

type Drawing = { canvas: HTMLCanvasElement | null; context: CanvasRenderingContext2D | null };

const font = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'font');

export class Canvases {
  create(width: number, height: number): Drawing {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return { canvas, context: writingHan(canvas, { willReadFrequently: true }) };
  }

  getNoAlphaContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    return writingHan(canvas, { alpha: false, willReadFrequently: true });
  }

  reset({ canvas }: Drawing, width: number, height: number): void {
    if (canvas) Object.assign(canvas, { width, height });
  }

  destroy(drawing: Drawing): void {
    // Engines keep the dots of a canvas without size no longer, however long they keep the canvas.
    this.reset(drawing, 0, 0);
    drawing.canvas = drawing.context = null;
  }
}

function writingHan(
  canvas: HTMLCanvasElement,
  settings: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d', settings);
  if (!context) return null;
  return Object.defineProperty(context, 'font', {
    configurable: true,
    get: () => font?.get?.call(context) as string,
    set: (value: string) => font?.set?.call(context, `${value}, 'Sheet Han'`),
  });
}
