import type { Day } from "../lib/day";

/** `have`: it is or was so; `none`: nothing there; `planned`: it is to be; `before`: it was to be. */
export interface Bar {
  look: "have" | "none" | "planned" | "before";
  from: Day;
  /** The first day it is no longer so; without it it lasts. */
  to?: Day | undefined;
  label: string;
}

export interface Lane {
  key: string;
  title: string;
  bars: readonly Bar[];
}

const day = 86_400_000;
const at = (of: Day): number => Date.parse(`${of}T00:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** From the month of the first day to the one after the last day that is shown; today is always shown. */
export function reachOf(lanes: readonly Lane[], today: Day): [Day, Day] {
  const days = [
    today,
    ...lanes.flatMap(({ bars }) => bars.flatMap(({ from, to }) => (to ? [from, to] : [from]))),
  ];
  days.sort();
  const last = new Date(at(days.at(-1) ?? today));
  return [
    `${(days[0] ?? today).slice(0, 7)}-01`,
    dayAt(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 1)),
  ];
}

/** Where a day stands between two others, from 0 to 1. */
export const shareOf = (of: Day, from: Day, to: Day): number =>
  Math.min(1, Math.max(0, (at(of) - at(from)) / Math.max(day, at(to) - at(from))));

const mostMonths = 12;

/** The first days of months, never more than fit side by side; a year is named where it begins. */
export function monthsOf(from: Day, to: Day): { day: Day; name: string }[] {
  const firsts: Day[] = [];
  const start = new Date(at(from));
  for (let month = 0; ; ++month) {
    const first = dayAt(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1));
    if (first >= to) break;
    firsts.push(first);
  }
  const step = [1, 2, 3, 6, 12, 24].find((each) => firsts.length / each <= mostMonths) ?? 60;
  return firsts
    .filter((_, index) => index % step === 0)
    .map((each, index, all) => ({
      day: each,
      name:
        all[index - 1]?.slice(0, 4) === each.slice(0, 4)
          ? String(Number(each.slice(5, 7)))
          : `${each.slice(0, 4)}/${Number(each.slice(5, 7))}`,
    }));
}
