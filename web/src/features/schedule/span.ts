import type { PlannedWindow } from "../../api/types";
import {
  addDays,
  addMonths,
  type Day,
  dayInJapan,
  monthLength,
  partsOf,
  toDay,
  weekdayOf,
} from "../../lib/day";

export interface Span {
  first: Day;
  last: Day;
}

export function monthSpan(day: Day): Span {
  const parts = partsOf(day);
  return {
    first: toDay({ ...parts, day: 1 }),
    last: toDay({ ...parts, day: monthLength(parts.year, parts.month) }),
  };
}

/** Sunday to Saturday, as the calendar stands. */
export function weekSpan(day: Day): Span {
  const first = addDays(day, -weekdayOf(day));
  return { first, last: addDays(first, 6) };
}

export const moved = (day: Day, view: "month" | "week", by: number): Day =>
  view === "week" ? addDays(day, 7 * by) : addMonths(toDay({ ...partsOf(day), day: 1 }), by);

/** The days from first to last. */
export function daysOf({ first, last }: Span): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const timeIn = (instant: string): string =>
  new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(11, 16);

export interface Entry {
  planned: PlannedWindow;
  from: string;
  until: string;
  /** Goes on after midnight. */
  overnight: boolean;
}

/** The windows by the day on which they begin; one from before the span stands on its first day. */
export function byDay(windows: readonly PlannedWindow[], span: Span): Map<Day, Entry[]> {
  const days = new Map<Day, Entry[]>();
  for (const planned of windows) {
    const { from, until } = planned.window;
    const begins = dayInJapan(Date.parse(from));
    const day = begins < span.first ? span.first : begins;
    const ends = dayInJapan(Date.parse(until) - 1000);
    const entry = { planned, from: timeIn(from), until: timeIn(until), overnight: ends > begins };
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
