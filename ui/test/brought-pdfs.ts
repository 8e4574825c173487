// PDFs as people bring them, of one page each: letters, tables and pictures of the kinds that a PDF leaves to its reader.
import { assembled } from './tiny-pdf';

/** The width and height of every page, in points. */
export const page = { width: 300, height: 200 };

/** Nothing that would have to be brought along. */
export const blank = () => onePage('', '');

/** Old letters: nothing but the names of the standard fonts. An H of 100 points at the left edge of every third. */
export const standardLetters = () => {
  const faces = ['Helvetica', 'Times-Roman', 'Courier'];
  const fonts = faces.map((face) => `<< /Type /Font /Subtype /Type1 /BaseFont /${face} >>`);
  const shown = faces.map((_, at) => `BT /F${at} 100 Tf ${at * 100} 50 Td (H) Tj ET`);
  return onePage(shown.join(' '), `/Font << ${fonts.map((font, at) => `/F${at} ${font}`).join(' ')} >>`);
};

/** Chinese without a font and without a table of its signs: 一口十 of 100 points, and 舌淡 below in the other code. */
export const chinese = () => {
  const font = (encoding: string) =>
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-${encoding} /Encoding /${encoding} ` +
    '/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 ' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ' +
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ' +
    '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';
  return onePage(
    'BT /F0 100 Tf 0 95 Td <4E0053E35341> Tj ET BT /F1 50 Tf 0 20 Td <C9E0B5AD> Tj ET',
    `/Font << /F0 ${font('UniGB-UCS2-H')} /F1 ${font('GBK-EUC-H')} >>`,
  );
};

/** A scan: what the picture shows is black at the left and white at the right. */
export const scan = {
  jpeg2000: () => scanned('/JPXDecode', hexOf(jpeg2000), '/ColorSpace /DeviceGray /BitsPerComponent 8'),
  jbig2: () => scanned('/JBIG2Decode', jbig2, oneBit),
  fax: () => scanned('/CCITTFaxDecode', fax, oneBit, '<< /K -1 /Columns 64 /Rows 64 >>'),
};

const jpeg2000 =
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAQAAAAEAAAQcHAAAAAAAPY29scgEAAAAAABEAAADqanAyY/9P/1EAKQAAAAAAQAAAAEAAAAAAAAAAAAAAAEAAAABAAAAAAAAAAAAAAQcBAf9SAAwAAAABAAUEBAAB/1wAE0BASEhQSEhQSEhQSEhQSEhQ/2QAJQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS40/5AACgAAAAAAaQAB/5PfgCgJVuVjw8faCgAIINJf38faEAAXKuFdgc2NycfaHAAhbgchRIUp/a5ioGnI+8faJAA18j+qrrcNXwhIPXBw/Ctx6BDH2iQAXvrFP5sFKpAAAYSEqMKjCP9//9k=';
const oneBit = '/ColorSpace /DeviceGray /BitsPerComponent 1';
/** Group 4 of the fax machines, 64 by 64 dots. */
const fax = '26a0d5fffffffffffffffffffffffffffffffffffffffffffffff8008008';
/** The same dots in the two segments that say how large the page is, and what stands on it. */
const size = '0000004000000040';
const region = `${size}${'00'.repeat(9)}01${fax}`;
const jbig2 = segment(0, '30', `${size}${'00'.repeat(11)}`) + segment(1, '26', region);

const hexOf = (base64: string) =>
  [...atob(base64)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');

function segment(number: number, kind: string, data: string): string {
  const fourBytes = (value: number) => value.toString(16).padStart(8, '0');
  return `${fourBytes(number)}${kind}0001${fourBytes(data.length / 2)}${data}`;
}

function scanned(filter: string, hex: string, samples: string, settings = 'null'): ArrayBuffer {
  return onePage(
    `${page.width} 0 0 ${page.height} 0 0 cm /Scan Do`,
    '/XObject << /Scan 5 0 R >>',
    `<< /Type /XObject /Subtype /Image /Width 64 /Height 64 ${samples} /Filter [/ASCIIHexDecode ${filter}] ` +
      `/DecodeParms [null ${settings}] /Length ${hex.length + 1} >>\nstream\n${hex}>\nendstream`,
  );
}

function onePage(content: string, resources: string, ...more: string[]): ArrayBuffer {
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R ` +
      `/Resources << ${resources} >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...more,
  ]);
}
