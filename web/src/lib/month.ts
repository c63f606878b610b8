import { addMonths, type Day, monthLength, partsOf, toDay } from "./day";
import type { Language } from "./i18n";
import { printDay, sayMonthOf } from "./wareki";

/** A month as the address writes it: `2026-11`. */
export type Month = string;

export const firstDay = (month: Month): Day => `${month}-01`;

export function lastDay(month: Month): Day {
  const parts = partsOf(firstDay(month));
  return toDay({ ...parts, day: monthLength(parts.year, parts.month) });
}

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const monthLater = (month: Month, months: number): Month =>
  monthOf(addMonths(firstDay(month), months));

export function readMonth(text: unknown): Month | undefined {
  if (typeof text !== "string" || !/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined;
  return Number(text.slice(0, 4)) >= 1868 ? text : undefined;
}

/** The fiscal year begins in April. */
export function fiscalYearOf(month: Month): number {
  const { year, month: number } = partsOf(firstDay(month));
  return number >= 4 ? year : year - 1;
}

export const fiscalMonths = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, index) => monthLater(`${year}-04`, index));

/** 令和8年11月（2026年11月） or November 2026. */
export const sayMonth = (month: Month, language: Language): string => sayMonthOf(firstDay(month), language);

/** 令和8年11月 or November 2026: where there is little room. */
export const sayMonthShort = (month: Month, language: Language): string =>
  language === "en" ? sayMonth(month, "en") : printDay(firstDay(month), "era_long").replace(/1日$/, "");

/** 令和8年度（2026年度） or fiscal year 2026. */
export function sayFiscalYear(year: number, language: Language): string {
  if (language === "en") return `Fiscal year ${year}`;
  return `${printDay(`${year}-04-01`, "era_long").replace(/年.*$/, "年度")}（${year}年度）`;
}
