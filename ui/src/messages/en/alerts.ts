// What has to be known about somebody before anything is done with them.
import type { AlertAudience, AlertSeverity } from '../../ipc/bindings';
import { isolate } from '../isolate';
import { counted } from '../language';

const plural = counted('en');

export const alerts = {
  label: 'Alerts',
  add: 'Add an alert',
  addTitle: (who: string) => `Alert about ${isolate(who)}`,
  changeTitle: 'Change the alert',
  change: (text: string) => `Change the alert “${text}”`,
  text: 'What has to be known',
  textHint: 'A few words, such as “Blood thinner” or “Faints at needles”',
  severity: 'How much it matters',
  severities: {
    danger: { title: 'Danger', what: 'Something could do harm.' },
    caution: { title: 'Care', what: 'It changes what is done.' },
    note: { title: 'Good to know', what: 'A wish, a habit.' },
  } satisfies Record<AlertSeverity, { title: string; what: string }>,
  audience: 'Who reads it',
  audiences: {
    clinical: { title: 'Those who treat', what: 'The desk sees a sign without words.' },
    desk: { title: 'Everybody here', what: 'The desk reads it too.' },
  } satisfies Record<AlertAudience, { title: string; what: string }>,
  /** In place of words that are not for the person at the keyboard. */
  unread: 'An alert for those who treat',
  save: 'Save',
  end: 'It does not hold any more',
  ended: 'The alert is gone.',
  kept: 'The alert is saved.',
  held: (count: number) => plural(count, { one: '1 ended', other: '# ended' }),
  heldFrom: (since: string, until: string) => `${since} to ${until}`,
  heldOn: (day: string) => `On ${day}`,
  endedBy: (name: string) => `ended by ${isolate(name)}`,
  again: 'It holds again',
  putBack: 'The alert is back.',
};
