import { type Day, isDay, partsOf } from "../../lib/day";

export interface ScheduleSearch {
  /** A day of the month or week that is shown; today's when left out. */
  day?: Day | undefined;
  view?: "week" | undefined;
}

export function scheduleSearch(search: Record<string, unknown>): ScheduleSearch {
  const { day, view } = search;
  const known = typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day) && isDay(partsOf(day));
  return { day: known ? day : undefined, view: view === "week" ? "week" : undefined };
}
