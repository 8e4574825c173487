// What a careful reader would ask of a sheet, as simply as tests need it.
import type { Finding, SheetText } from '../src/ipc/bindings';

export function review(text: SheetText) {
  const lines = text.markdown.split('\n');
  const tail = lines.indexOf('Spherical Wellness');
  const claim = lines.findIndex((line) => line.includes('effective treatment'));
  const findings: Finding[] = [];
  if (!text.author) findings.push({ kind: 'empty_byline', line: null, quote: null });
  if (claim >= 0) findings.push({ kind: 'flat_claim', line: claim + 1, quote: lines[claim] ?? null });
  if (lines.length > 3) findings.push({ kind: 'no_danger_signs', line: null, quote: null });
  return {
    findings,
    tail: tail < 0 ? null : { first_line: tail + 1, text: lines.slice(tail).join('\n').trim() },
    words: text.markdown.split(/\s+/).filter(Boolean).length,
  };
}
