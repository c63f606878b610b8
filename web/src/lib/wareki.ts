import eraTable from "../../../data/eras.csv?raw";
import { type Day, type DayParts, dayInJapan, instantInJapan, isDay, partsOf, toDay, weekdayOf } from "./day";
import { type Language, language } from "./i18n";

interface Era {
  name: string;
  letter: string;
  code: string;
  first: Day;
}

/** How a contract prints its days; `era_weekday` is for sentences. */
export type DayStyle = "iso" | "western_slash" | "era_long" | "era_short" | "era_weekday";

const eras: Era[] = eraTable
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [name = "", letter = "", code = "", first = ""] = line.split(",");
    return { name, letter, code, first };
  });

const weekdays = { ja: "日月火水木金土", en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] };

export const weekdayName = (weekday: number, language: Language): string => weekdays[language][weekday] ?? "";

const eraOf = (day: Day): Era | undefined => eras.findLast((era) => era.first <= day);

function wareki(day: Day, parts: DayParts): string | undefined {
  const era = eraOf(day);
  if (!era) return undefined;
  const year = parts.year - Number(era.first.slice(0, 4)) + 1;
  return `${era.name}${year === 1 ? "元" : year}年${parts.month}月${parts.day}日`;
}

function warekiShort(day: Day, parts: DayParts): string | undefined {
  const era = eraOf(day);
  return era && `${era.letter}${parts.year - Number(era.first.slice(0, 4)) + 1}.${parts.month}.${parts.day}`;
}

/** Days before the first era are printed western in the era styles, as the server does. */
export function printDay(day: Day, style: DayStyle): string {
  const parts = partsOf(day);
  const western = `${parts.year}年${parts.month}月${parts.day}日`;
  switch (style) {
    case "iso":
      return day;
    case "western_slash":
      return `${parts.year}/${parts.month}/${parts.day}`;
    case "era_long":
      return wareki(day, parts) ?? western;
    case "era_weekday":
      return `${wareki(day, parts) ?? western}（${weekdayName(weekdayOf(day), "ja")}）`;
    case "era_short":
      return warekiShort(day, parts) ?? `${parts.year}.${parts.month}.${parts.day}`;
  }
}

const styles: readonly string[] = ["iso", "western_slash", "era_long", "era_short"];

/** The style that a contract names. */
export const dayStyle = (name: string): DayStyle => (styles.includes(name) ? (name as DayStyle) : "iso");

/** A day in a sentence: 令和8年11月20日（金） or 2026-11-20 (Fri). */
export function sayDay(day: Day, language: Language): string {
  return language === "ja" ? printDay(day, "era_weekday") : `${day} (${weekdayName(weekdayOf(day), "en")})`;
}

/** The month that begins on a day: 令和8年11月（2026年11月） or November 2026. */
export function sayMonthOf(first: Day, language: Language): string {
  const { year, month } = partsOf(first);
  if (language === "ja") return `${printDay(first, "era_long").replace(/1日$/, "")}（${year}年${month}月）`;
  const named = new Intl.DateTimeFormat("en", { year: "numeric", month: "long", timeZone: "UTC" });
  return named.format(Date.parse(first));
}

const timeInJapan = (instant: string): string => instantInJapan(instant).slice(11);

/** A moment in a ledger of a contract, in Japanese time: 2026/11/20 16:30 where the contract writes 2026/11/20. */
export const printInstant = (instant: string, style: DayStyle): string =>
  `${printDay(dayInJapan(Date.parse(instant)), style)} ${timeInJapan(instant)}`;

/** A moment in a sentence, in Japanese time: 令和8年11月20日 16:30 or 2026-11-20 16:30. */
export const sayInstant = (instant: string, spoken: Language = language()): string =>
  printInstant(instant, spoken === "ja" ? "era_long" : "iso");

/** From one moment to another; the day is said once when both are on it. Either may be open. */
export function saySpan(
  from: string | null | undefined,
  until: string | null | undefined,
  spoken: Language = language(),
): string {
  const [start, end] = [from && sayInstant(from, spoken), until && sayInstant(until, spoken)];
  const sameDay = start && end && start.slice(0, -5) === end.slice(0, -5);
  if (spoken === "ja") {
    if (sameDay) return `${start}～${end.slice(-5)}`;
    return start || end ? `${start ?? ""} ～ ${end ?? ""}`.trim() : "";
  }
  if (start && end) return `${start} to ${sameDay ? end.slice(-5) : end}`;
  return start ? `from ${start}` : end ? `until ${end}` : "";
}

/** From one day to another; one day alone where they are the same. */
export function sayDays(first: Day, last: Day, spoken: Language): string {
  if (first === last) return sayDay(first, spoken);
  return `${sayDay(first, spoken)}${spoken === "ja" ? "～" : " to "}${sayDay(last, spoken)}`;
}

const number = (text: string | undefined): number => (text === "元" ? 1 : Number(text));

function western(text: string): DayParts | undefined {
  const match =
    /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined;
}

function japanese(text: string): DayParts | undefined {
  const match =
    /^([^\d元]{1,2})(\d{1,2}|元)(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(text) ??
    /^(\d)(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const mark = match[1]?.toUpperCase();
  const era = eras.find(({ name, letter, code }) => name === mark || letter === mark || code === mark);
  if (!era) return undefined;
  const year = Number(era.first.slice(0, 4)) + number(match[2]) - 1;
  return { year, month: Number(match[3]), day: Number(match[4]) };
}

/** Reads a day as people write it: 2027-01-15, 2027/1/15, R9.1.15, 令和9年1月15日（金）, 5090115, in half or full width. */
export function parseWrittenDay(written: string): Day | undefined {
  const text = written
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/\([^)]*\)/g, "");
  const parts = western(text) ?? japanese(text);
  return parts && isDay(parts) ? toDay(parts) : undefined;
}
