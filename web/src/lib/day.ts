/** A day as the API writes it: `2026-11-20`. */
export type Day = string;

const dayMilliseconds = 86_400_000;
const japanOffset = 9 * 3_600_000;

export interface DayParts {
  year: number;
  month: number;
  day: number;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");

export const monthLength = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

export function isDay({ year, month, day }: DayParts): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  return (
    year >= 1868 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
  );
}

export const toDay = ({ year, month, day }: DayParts): Day => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

export function partsOf(day: Day): DayParts {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return { year, month, day: date };
}

const serial = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds;
const fromSerial = (value: number): Day => new Date(value * dayMilliseconds).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => fromSerial(serial(day) + days);
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((serial(day) + 4) % 7) + 7) % 7;

/** The same day of a later month, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const parts = partsOf(day);
  const index = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return toDay({ year, month, day: Math.min(parts.day, monthLength(year, month)) });
}

/** Japan keeps +09:00 all year, so no time zone table of the client is asked. */
export const dayInJapan = (instant: number): Day =>
  new Date(instant + japanOffset).toISOString().slice(0, 10);

/** `2026/11/20 16:30` in Japan. */
export function instantInJapan(instant: string): string {
  const text = new Date(Date.parse(instant) + japanOffset).toISOString();
  return `${text.slice(0, 10).replaceAll("-", "/")} ${text.slice(11, 16)}`;
}

/** An instant as `MomentField` holds it: `2026-11-20T16:30` in Japan. */
export const wallClock = (instant: string): string =>
  instantInJapan(instant).replaceAll("/", "-").replace(" ", "T");
