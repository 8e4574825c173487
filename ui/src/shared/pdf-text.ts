// The words of a PDF page for reading: from its structure when it is tagged, else line by line.
import type { PDFPageProxy } from 'pdfjs-dist';

export type TextBlock = { heading: boolean; text: string };

type Tree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;
type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

export function readText(tree: Tree | null, items: readonly Item[]): TextBlock[] {
  const blocks = tree ? blocksOf(tree, textByMark(items)) : [];
  return blocks.length ? blocks : [{ heading: false, text: items.map(printed).join('') }];
}

function printed(item: Item): string {
  return 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '';
}

/** What stands between the marks of the page, by the mark's name. */
function textByMark(items: readonly Item[]): Record<string, string> {
  const texts: Record<string, string> = {};
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((name) => name !== null);
      if (mark) texts[mark] = (texts[mark] ?? '') + item.str + (item.hasEOL ? ' ' : '');
    } else if (item.type === 'endMarkedContent') {
      open.pop();
    } else {
      open.push(item.id || null);
    }
  }
  return texts;
}

/** Roles that make one block for reading, with everything inside them. */
const whole = /^(P|H\d?|LI|TH|TD|Caption|Note)$/;

function blocksOf(node: Tree, texts: Record<string, string>): TextBlock[] {
  if (whole.test(node.role)) {
    const text = wordsIn(node, texts).replace(/\s+/g, ' ').trim();
    return text ? [{ heading: node.role.startsWith('H'), text }] : [];
  }
  return node.children.flatMap((child) => ('role' in child ? blocksOf(child as Tree, texts) : []));
}

function wordsIn(node: Tree, texts: Record<string, string>): string {
  return node.children
    .map((child) => ('role' in child ? wordsIn(child as Tree, texts) : (texts[child.id] ?? '')))
    .join(' ');
}
