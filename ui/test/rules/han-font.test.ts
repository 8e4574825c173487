// The Han font must hold every character the program shows. WOFF2 is read by hand: header, table list, brotli.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const fonts = new URL('../../src/styles/fonts/', import.meta.url);

const knownTags = 63;
const cmapTag = 0;
const glyf = 10;
const loca = 11;

/** Characters with a glyph, from the font's cmap. */
function covered(font: Buffer): Set<number> {
  const tables = font.readUInt16BE(12);
  const packed = font.readUInt32BE(20);
  let at = 48;
  const base128 = () => {
    let value = 0;
    for (;;) {
      const byte = font[at++] ?? 0;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let before = 0;
  let cmap = { start: 0, length: 0 };
  for (let table = 0; table < tables; table++) {
    const flags = font[at++] ?? 0;
    const tag = flags & 63;
    if (tag === knownTags) at += 4;
    const original = base128();
    const version = flags >> 6;
    const transformed = tag === glyf || tag === loca ? version === 0 : version !== 0;
    const length = transformed ? base128() : original;
    if (tag === cmapTag) cmap = { start: before, length };
    before += length;
  }
  const body = brotliDecompressSync(font.subarray(at, at + packed));
  return characters(body.subarray(cmap.start, cmap.start + cmap.length));
}

/** Subtables of format 4: segments of the first plane, where a delta or an index leads to the glyph. */
function characters(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const start = cmap.readUInt32BE(4 + record * 8 + 4);
    if (cmap.readUInt16BE(start) !== 4) continue;
    const size = cmap.readUInt16BE(start + 6);
    for (let segment = 0; segment < size; segment += 2) {
      const last = cmap.readUInt16BE(start + 14 + segment);
      const first = cmap.readUInt16BE(start + 16 + size + segment);
      const delta = cmap.readUInt16BE(start + 16 + 2 * size + segment);
      const rangeAt = start + 16 + 3 * size + segment;
      const range = cmap.readUInt16BE(rangeAt);
      for (let code = first; code <= last && code < 0xffff; code++) {
        const glyph = range === 0 ? code + delta : cmap.readUInt16BE(rangeAt + range + 2 * (code - first));
        if (glyph % 0x10000 !== 0) found.add(code);
      }
    }
  }
  return found;
}

test('every listed Han character is in the font, but the one that no face has', () => {
  const listed = [...readFileSync(new URL('han-characters.txt', fonts), 'utf8').trim()];
  const held = covered(readFileSync(new URL('points-han.woff2', fonts)));
  expect(listed.length).toBeGreaterThan(550);
  expect(listed.filter((character) => !held.has(character.codePointAt(0) ?? 0))).toEqual(['𫍻']);
});
