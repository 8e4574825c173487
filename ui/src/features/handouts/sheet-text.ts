// The text of a sheet on the way to being kept.
import type { Finding, SheetReview, SheetText } from '../../ipc/bindings';
import type { Gap } from './merge-fields';

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

/** Which line a finding is about; null for the sheet as a whole, to which its date belongs as well. */
export function lineOf(finding: Finding): number | null {
  return finding.kind === 'old' ? null : finding.line;
}

/** The findings to list: what the promotional end says is dropped with it. */
export function listed(review: SheetReview): Finding[] {
  const tail = review.tail?.first_line ?? Infinity;
  return review.findings.filter((finding) => finding.kind !== 'promotion' || (finding.line ?? 0) < tail);
}

/** The lines, from 1, to tint in a text of this many lines. */
export function questionedLines(review: SheetReview, gaps: readonly Gap[], lines: number): Set<number> {
  const tail = review.tail?.first_line ?? lines + 1;
  const end = Array.from({ length: Math.max(0, lines - tail + 1) }, (_, step) => tail + step);
  const questioned = [...review.findings.map(lineOf), ...gaps.map(({ line }) => line)];
  return new Set([...end, ...questioned.filter((line) => line !== null)]);
}
