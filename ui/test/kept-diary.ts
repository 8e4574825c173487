// What the diary is made of, kept in memory: each saving is a version more, and what was seen before it is refused.
import type { DiarySetup } from '../src/ipc/bindings';
import type { WorkingDiary } from './diary';
import { refuse, type Answers } from './fake-core';

type Versioned = { id: string; version: number };

export function keptDiary(diary: WorkingDiary): Answers {
  let next = 100;
  const keep = (changed: Partial<DiarySetup>): DiarySetup => {
    diary.setup = { ...diary.setup, ...changed };
    diary.changed();
    return diary.setup;
  };

  /** The version it has next, or a refusal where somebody else was first. */
  const later = (all: readonly Versioned[], id: string | null, version: number | null): number => {
    const stored = all.find((one) => one.id === id);
    if (id !== null && !stored) refuse({ code: 'not_found' });
    if (stored && stored.version !== version)
      refuse({ code: 'stale', id: stored.id, version: stored.version });
    return (stored?.version ?? 0) + 1;
  };

  /** What is changed keeps its place; what is new comes last. */
  const placed = <T extends Versioned>(all: readonly T[], kept: T): T[] =>
    all.some(({ id }) => id === kept.id)
      ? all.map((one) => (one.id === kept.id ? kept : one))
      : [...all, kept];

  const weeks = () => diary.setup.people.flatMap(({ hours }) => hours);

  return {
    bookingsKeepRoom: ({ id, version, room }) => {
      const { rooms } = diary.setup;
      const kept = { ...room, id: id ?? `r${next++}`, version: later(rooms, id, version) };
      return keep({ rooms: placed(rooms, kept) });
    },
    clinicTakeBackRoom: ({ id, version }) => {
      later(diary.setup.rooms, id, version);
      return keep({ rooms: diary.setup.rooms.filter((one) => one.id !== id) });
    },
    bookingsKeepService: ({ id, version, service }) => {
      const { services } = diary.setup;
      const minutes = service.parts.reduce((all, part) => all + part.minutes, 0);
      const kept = { ...service, id: id ?? `v${next++}`, version: later(services, id, version), minutes };
      return keep({ services: placed(services, kept) });
    },
    clinicTakeBackService: ({ id, version }) => {
      later(diary.setup.services, id, version);
      return keep({ services: diary.setup.services.filter((one) => one.id !== id) });
    },
    bookingsKeepHours: ({ id, version, person, since, until, shifts }) => {
      const week = { id: id ?? `h${next++}`, version: later(weeks(), id, version), since, until, shifts };
      const people = diary.setup.people.map((one) =>
        one.id === person ? { ...one, hours: placed(one.hours, week) } : one,
      );
      return keep({ people });
    },
    bookingsRemoveHours: ({ id, version }) => {
      later(weeks(), id, version);
      const people = diary.setup.people.map((one) => ({
        ...one,
        hours: one.hours.filter((hours) => hours.id !== id),
      }));
      return keep({ people });
    },
    bookingsGoAway: (input) => keep({ away: [...diary.setup.away, { ...input, id: `a${next++}` }] }),
    bookingsComeBack: ({ id }) => keep({ away: diary.setup.away.filter((away) => away.id !== id) }),
  };
}
