import { expect, test } from 'vitest';
import { Pdf } from '../../src/shared/pdf';
import { blank, chinese, page, scan, standardLetters } from '../brought-pdfs';

/** What the page shows, one dot to the point, told from its lower left corner as in a PDF. */
async function seen(bytes: ArrayBuffer) {
  const pdf = await Pdf.open(bytes);
  const canvas = await pdf.draw(0, page.width, 1);
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, page.width, page.height);
  const dark = (x: number, y: number) => (data[((page.height - 1 - y) * page.width + x) * 4] ?? 255) < 128;
  return {
    pdf,
    /** How much of it is dark, from 0 to 1. */
    ink: (left: number, bottom: number, right: number, top: number) => {
      let found = 0;
      for (let x = left; x < right; x++) for (let y = bottom; y < top; y++) if (dark(x, y)) found++;
      return found / ((right - left) * (top - bottom));
    },
    /** How high the dark dots between two sides reach from the lowest to the highest. */
    height: (left: number, right: number, bottom = 0, top: number = page.height) => {
      const rows = [];
      for (let y = bottom; y < top; y++) for (let x = left; x < right; x++) if (dark(x, y)) rows.push(y);
      return Math.max(...rows) - Math.min(...rows) + 1;
    },
  };
}

/** How many of the scripts with what PDFs leave out were loaded. */
const loaded = () =>
  performance
    .getEntriesByType('resource')
    .filter(({ name }) => /pdfjs-dist.(cmaps|standard_fonts)|arimo/.test(name)).length;

test('what a PDF may leave out is not loaded for one that needs none of it', async () => {
  const { ink, pdf } = await seen(blank());
  expect(ink(0, 0, page.width, page.height)).toBe(0);
  expect(loaded()).toBe(0);
  pdf.close();
});

test('the standard letters have the shapes that they were set in, whatever the computer has', async () => {
  const { height, pdf } = await seen(standardLetters());
  // The capitals of Helvetica, Times and Courier are of different heights, and lower than those of most other fonts.
  expect([height(0, 100), height(100, 200), height(200, 300)]).toEqual([69, 66, 56]);
  expect(loaded()).toBe(3);
  pdf.close();
});

test('Chinese without a font of its own is read and drawn in both codes', async () => {
  const { ink, height, pdf } = await seen(chinese());
  const words = (await pdf.text(0)).map((block) => JSON.stringify(block)).join();
  expect(words).toMatch(/一口十.*舌淡/);
  expect(height(5, 95, 80), 'one stroke, not the box of a missing sign').toBeLessThan(20);
  expect(ink(110, 90, 190, 180), 'a frame').toBeGreaterThan(0.1);
  expect(ink(135, 125, 165, 145), 'with nothing in it').toBe(0);
  expect(ink(246, 100, 254, 170), 'an upright').toBeGreaterThan(0.5);
  expect(ink(0, 10, 100, 65), 'the smaller line').toBeGreaterThan(0.1);
  pdf.close();
});

test.for(Object.entries(scan))('a scan in %s is seen', async ([, bytes]) => {
  const { ink, pdf } = await seen(bytes());
  expect(ink(5, 5, page.width / 2 - 5, page.height - 5)).toBe(1);
  expect(ink(page.width / 2 + 5, 5, page.width - 5, page.height - 5)).toBe(0);
  pdf.close();
});
