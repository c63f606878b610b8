import { addDays, type Day, dayInJapan } from "../../lib/day";

/** A moment in Japan as the server takes it. */
export function momentOf(day: Day, time: string): string {
  return time === "24:00" ? `${addDays(day, 1)}T00:00:00+09:00` : `${day}T${time}:00+09:00`;
}

/** The two ends of a window on one day; an end before the start lies on the next day. */
export function windowOf(day: Day, from: string, until: string): { from: string; until: string } {
  return { from: momentOf(day, from), until: momentOf(until <= from ? addDays(day, 1) : day, until) };
}

/** `2026-11-20`, `16:30` of a moment in Japan. */
export function partsOfMoment(instant: string): { day: Day; time: string } {
  const at = Date.parse(instant);
  return { day: dayInJapan(at), time: new Date(at + 9 * 3_600_000).toISOString().slice(11, 16) };
}
