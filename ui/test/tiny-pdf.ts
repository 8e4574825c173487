/** A real, small PDF with these lines on as many pages as they need; what the core would send for a sheet. */
export function tinyPdf(lines: string[], paper: 'a4' | 'letter' = 'letter', size = 14): ArrayBuffer {
  const [width, height] = paper === 'a4' ? [595, 842] : [612, 792];
  const perPage = Math.floor((height - 144) / (size * 1.5));
  const pages: string[][] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += perPage) pages.push(lines.slice(at, at + perPage));

  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((page, index) => {
    const content = `BT /F1 ${size} Tf ${size * 1.5} TL 72 ${height - 72} Td ${page.map(shown).join(' ')} ET`;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${5 + index * 2} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });

  return assembled(objects);
}

/** Objects numbered from 1, of which the first is the catalog, as the bytes of a file. */
export function assembled(objects: string[]): ArrayBuffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.lastIndexOf('xref')}\n%%EOF`;
  return new TextEncoder().encode(file).buffer;
}

function shown(line: string): string {
  const latin = line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
  return `(${latin}) Tj T*`;
}
