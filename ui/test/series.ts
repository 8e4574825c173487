// What is done to visits of a series together, from memory.
import type { WorkingDiary } from './diary';
import { refuse, type Answers } from './fake-core';

export function series(diary: WorkingDiary): Answers {
  const free = () => {
    const { obstacles } = diary;
    if (obstacles) refuse({ code: 'in_the_way', obstacles });
  };
  return {
    seriesAmend: ({ visit, part }) => {
      free();
      const named = diary.one(visit.id);
      const before = diary.bookings.filter(
        (one) =>
          one.id === named.id ||
          (one.series === named.series && (part === 'all' || one.start >= named.start)),
      );
      const after = before.map((one) =>
        diary.put({
          ...one,
          service: one.service === named.service ? visit.service : one.service,
          note: one.note === named.note ? visit.note : one.note,
        }),
      );
      return { before, after };
    },
    seriesAmendSeveral: ({ amends }) => {
      free();
      return amends.map(({ id, service, note }) => diary.put({ ...diary.one(id), service, note }));
    },
    seriesTakeUp: ({ visits }) => {
      free();
      return visits.map(({ id }) => {
        const one = diary.one(id);
        const steps = one.steps.slice(0, -1);
        return diary.put({ ...one, steps, status: steps.at(-1)?.status ?? 'booked' });
      });
    },
  };
}
