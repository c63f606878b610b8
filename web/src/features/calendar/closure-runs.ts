import type { CalendarDay } from "../../chart/MonthCalendar";
import type { Day } from "../../lib/day";
import type { Text } from "../../lib/i18n";

export interface ClosureRun {
  from: Day;
  to: Day;
  reason: Text;
  forecast: boolean;
}

/** The days of a month that are not as every week: holidays, closures, special days; neighbours with one reason as one. */
export function closureRuns(days: readonly CalendarDay[]): ClosureRun[] {
  const runs: ClosureRun[] = [];
  let before: CalendarDay | undefined;
  for (const day of days) {
    const reason = day.kind === "weekly" ? undefined : day.reasons[0];
    const last = runs.at(-1);
    if (reason) {
      const goesOn = before?.kind === day.kind && last?.reason.ja === reason.ja && last.to === before.day;
      if (last && goesOn) last.to = day.day;
      else runs.push({ from: day.day, to: day.day, reason, forecast: day.forecast });
    }
    before = day;
  }
  return runs;
}
