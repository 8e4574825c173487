// The decoders of JPEG 2000, JBIG2 and fax pictures, which scanners put into PDFs. The worker of pdf.js imports them by
// their names when a page has such a picture, so they lie beside the documents under names that no build changes.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const decoders = ['openjpeg_nowasm_fallback.js', 'jbig2_nowasm_fallback.js'];
const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`node_modules/pdfjs-dist/wasm/${name}`, import.meta.url)));

export function pdfDecoders(): Plugin {
  return {
    name: 'pdf-decoders',
    // Also while the window is tried out or tested, where nothing is built.
    configureServer: ({ middlewares }) => {
      for (const name of decoders) {
        middlewares.use(`/pdf/${name}`, (_, response) => {
          response.setHeader('content-type', 'text/javascript').end(read(name));
        });
      }
    },
    generateBundle() {
      for (const name of decoders) {
        this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source: read(name) });
      }
    },
  };
}
