type WeekInfo = { firstDay: number };
type WithWeek = Intl.Locale & { getWeekInfo?: () => WeekInfo; weekInfo?: WeekInfo };

/** 0 is Sunday. Monday where the engine does not know: most of the world. */
export function firstWeekday(tag: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const known: WithWeek = new Intl.Locale(tag);
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return (first % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
