// The text of a sheet on the way to being kept.
import type { SheetText } from '../../ipc/bindings';

export function emptySheet(language: string, author: string): SheetText {
  return { title: '', language, author, written: '', markdown: '' };
}

/** What a draft keeps: the text, and which kept version it began from. */
export type SheetDraft = SheetText & { version: number | null };

/** Languages whose letters the bundled faces print; a sheet may still carry another. */
const printable = [
  'en',
  'es',
  'fr',
  'de',
  'it',
  'pt',
  'nl',
  'sv',
  'nb',
  'da',
  'fi',
  'pl',
  'cs',
  'ru',
  'uk',
  'el',
  'tr',
  'vi',
  'zh-Hans',
  'zh-Hant',
] as const;

/** The languages to choose from, with the sheet's own in any case. */
export function languages(own: string): string[] {
  return (printable as readonly string[]).includes(own) || own === '' ? [...printable] : [own, ...printable];
}

/** Lines with words on them, from this line (from 1) to the end. */
export function writtenLines(markdown: string, from: number): number {
  return markdown
    .split('\n')
    .slice(from - 1)
    .filter((line) => line.trim() !== '').length;
}

/** Everything before this line (from 1), ended by one line break. */
export function cutBefore(markdown: string, line: number): string {
  return `${markdown
    .split('\n')
    .slice(0, line - 1)
    .join('\n')
    .trimEnd()}\n`;
}
