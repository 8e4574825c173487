// Custom fields: what can be chosen, and what a record says there in words.
import type { CustomField } from '../../ipc/bindings';
import { words } from '../../messages';
import { longDate } from '../../messages/formats';
import { isDay } from '../../shared/typed-date';

/** What one chooses among, with what the record says, or said when the form was opened. */
export function choicesOf(field: CustomField, said: readonly string[]): { value: string; label: string }[] {
  const nothing = { value: '', label: words.custom.nothing };
  if (field.kind === 'yes_no') {
    const { yes, no } = words.custom.answers;
    return [nothing, { value: 'yes', label: yes }, { value: 'no', label: no }];
  }
  const former = [...new Set(said)].filter((word) => word !== '' && !field.choices.includes(word));
  return [nothing, ...[...field.choices, ...former].map((choice) => ({ value: choice, label: choice }))];
}

/** A value as it is read. */
export function customSaid(field: CustomField, value: string): string {
  if (field.kind === 'date') return isDay(value) ? longDate(value) : value;
  if (field.kind === 'yes_no') return value === 'yes' ? words.custom.answers.yes : words.custom.answers.no;
  return value;
}
