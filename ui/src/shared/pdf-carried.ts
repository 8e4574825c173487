// What a PDF may leave out because every reader is to have it: the letters of the standard fonts, and the tables that say
// which sign a Chinese, Japanese or Korean code means. The content security policy lets nothing be fetched, so each of
// them is a script of its own, which is loaded when the first PDF asks for it.

type Kind = 'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl';

const scripts = import.meta.glob<string>(
  [
    '../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../node_modules/pdfjs-dist/standard_fonts/*.pfb',
    '../../node_modules/@expo-google-fonts/arimo/{400,700}*/*.ttf',
  ],
  { query: '?url&inline', import: 'default' },
);
const loads = new Map(Object.entries(scripts).map(([path, load]) => [path.replace(/^.*\//, ''), load]));

/** In place of Helvetica, pdf.js asks for Liberation Sans 1, whose licence is the GPL; Arimo is by the same hand, as wide, and free. */
const arimo = new Map([
  ['LiberationSans-Regular.ttf', 'Arimo_400Regular.ttf'],
  ['LiberationSans-Italic.ttf', 'Arimo_400Regular_Italic.ttf'],
  ['LiberationSans-Bold.ttf', 'Arimo_700Bold.ttf'],
  ['LiberationSans-BoldItalic.ttf', 'Arimo_700Bold_Italic.ttf'],
]);

/** How pdf.js is told of them. It asks for nothing that has no address, so two of the addresses are made up. */
export const carried = {
  BinaryDataFactory: class {
    async fetch({ kind, filename }: { kind: Kind; filename: string }): Promise<Uint8Array> {
      const load = loads.get(arimo.get(filename) ?? filename);
      if (!load) throw new Error(`No PDF data of this name: ${filename}`);
      const [bytes] = await Promise.all([load().then(decode), kind === 'cMapUrl' && hanFace()]);
      return bytes;
    }
  },
  useWorkerFetch: false,
  cMapUrl: 'carried/',
  cMapPacked: true,
  standardFontDataUrl: 'carried/',
  // The decoders of scanned pages: scripts too, but loaded by the worker, which knows them by their names.
  wasmUrl: new URL(`${import.meta.env.BASE_URL}pdf/`, document.baseURI).href,
  useWasm: false,
};

function decode(address: string): Uint8Array {
  const letters = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** Whoever asks for one of those tables is about to write such signs, and a canvas does not wait for a face. */
async function hanFace(): Promise<void> {
  // Without it the computer's own fonts are left, which is no reason to show no page at all.
  await document.fonts.load("1em 'Sheet Han'", '漢').catch(() => undefined);
}
