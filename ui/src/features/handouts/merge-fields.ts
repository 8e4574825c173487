// Fields such as {{client.first_name}}: which there are, and which of a text's will stay on paper as they are written.
import type { Me, PracticeSettings, SheetText } from '../../ipc/bindings';

/** What the core fills in, in the order in which it is offered. */
export const mergeFields = [
  'client.first_name',
  'client.name',
  'practitioner.name',
  'practitioner.registration',
  'practitioner.tax_number',
  'practitioner.signature',
  'practice.name',
  'practice.phone',
  'practice.address',
  'practice.emergency_number',
  'today',
] as const;

export type MergeField = (typeof mergeFields)[number];

/** A field that nothing takes the place of, and why: nobody has that name, or there is no value for it yet. */
export type Gap = {
  field: string;
  why: 'unknown' | 'nobody' | 'empty';
  /** From 1; null in the title. */
  line: number | null;
};

/** As it stands in a text. */
export function written(field: string): string {
  return `{{${field}}}`;
}

/** The fields that have a value now. */
export function filledFields(
  practice: PracticeSettings | undefined,
  me: Me,
  client: boolean,
): ReadonlySet<MergeField> {
  const values: Record<MergeField, string | boolean> = {
    'client.first_name': client,
    'client.name': client,
    'practitioner.name': me.name,
    'practitioner.registration': me.registration,
    'practitioner.tax_number': me.tax_number,
    'practitioner.signature': me.signature_block,
    'practice.name': practice?.name ?? '',
    'practice.phone': practice?.phone ?? '',
    'practice.address': practice?.address.trim() ?? '',
    'practice.emergency_number': practice?.emergency_number ?? '',
    today: true,
  };
  return new Set(mergeFields.filter((field) => values[field]));
}

/** Every field that will stay as written, once, in the order of the text. */
export function gapsIn(text: Pick<SheetText, 'title' | 'markdown'>, filled: ReadonlySet<MergeField>): Gap[] {
  const gaps = new Map<string, Gap>();
  [text.title, ...text.markdown.split('\n')].forEach((words, line) => {
    for (const field of fieldsIn(words)) {
      const why = reason(field, filled);
      if (why && !gaps.has(field)) gaps.set(field, { field, why, line: line || null });
    }
  });
  return [...gaps.values()];
}

/** Written as in the core: two braces, a name, two braces; spaces around the name do not count. */
function fieldsIn(words: string): string[] {
  return [...words.matchAll(/\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/g)].map(([, name = '']) => name);
}

function reason(field: string, filled: ReadonlySet<string>): Gap['why'] | null {
  if (filled.has(field)) return null;
  if (!(mergeFields as readonly string[]).includes(field)) return 'unknown';
  return field.startsWith('client.') ? 'nobody' : 'empty';
}
