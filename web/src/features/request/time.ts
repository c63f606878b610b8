import { addDays, type Day, dayInJapan } from "../../lib/day";

/** `9:00`, `17:15`, full width too, as `09:00`; nothing when it is no time of day. 24:00 is the end of a day. */
export function parseTime(written: string): string | undefined {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(written.normalize("NFKC").trim());
  if (!found) return undefined;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

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
