import type { NoteText } from '../../ipc/bindings';

/** What is written in a note; its points are kept beside it. */
export type NoteWords = Omit<NoteText, 'points'>;

/** The parts of a note that are written, in their order. */
export const sections = ['subjective', 'objective', 'assessment', 'plan'] as const;
export type Section = (typeof sections)[number];

export function emptyWords(visitDate: string): NoteWords {
  return { visit_date: visitDate, subjective: '', objective: '', assessment: '', plan: '' };
}

/** Whether nothing was written; the date alone is nothing. */
export function unwritten(note: NoteWords): boolean {
  return sections.every((section) => !note[section].trim());
}

/** The first line that says something. */
export function firstLine(note: NoteWords): string {
  const lines = [note.subjective, note.assessment, note.objective, note.plan].join('\n').split('\n');
  return lines.find((line) => line.trim())?.trim() ?? '';
}
