// What has to be known about people, from memory.
import type { AlertView } from '../src/ipc/bindings';
import { refuse, type Answers } from './fake-core';

export class Alerts {
  private held: (AlertView & { client: string; ended: boolean })[] = [];
  private next = 1;

  constructor(private readonly changed: () => void) {}

  answers(): Answers {
    const one = (id: string) => this.held.find((alert) => alert.id === id) ?? refuse({ code: 'not_found' });
    const put = (alert: AlertView & { client: string; ended: boolean }) => {
      const kept = { ...alert, version: alert.version + 1 };
      this.held = [...this.held.filter(({ id }) => id !== alert.id), kept];
      this.changed();
      return kept;
    };
    const order = ['danger', 'caution', 'note'];
    return {
      alertsList: ({ id }) =>
        this.held
          .filter(({ client, ended }) => client === id && !ended)
          .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity)),
      alertsEnded: ({ id }) =>
        this.held
          .filter(({ client, ended }) => client === id && ended)
          .map((alert) => ({ alert, ended_at: alert.since, ended_by: alert.by })),
      alertsKeep: ({ id, client, alert }) => {
        if (!alert.text.trim()) {
          refuse({ code: 'invalid', fields: [{ path: 'text', problem: 'required', limit: null }] });
        }
        if (id !== null) return put({ ...one(id), ...alert });
        const since = Date.UTC(2026, 4, 12, 17, 57);
        const made = {
          ...alert,
          raised: null,
          id: `alert-${this.next++}`,
          version: 0,
          since,
          by: 'Ines Marlow',
        };
        return put({ ...made, client, ended: false });
      },
      alertsEnd: ({ id }) => put({ ...one(id), ended: true }),
      alertsPutBack: ({ id }) => put({ ...one(id), ended: false }),
    };
  }
}
