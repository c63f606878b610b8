import { type Month, readMonth } from "../../lib/month";

export interface CalendarSearch {
  month?: Month | undefined;
  view?: "year" | undefined;
  work?: string | undefined;
  hours?: true | undefined;
}

export function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  return {
    month: readMonth(search.month),
    view: search.view === "year" ? "year" : undefined,
    work: typeof search.work === "string" && search.work !== "" ? search.work : undefined,
    hours: search.hours === true ? true : undefined,
  };
}
