import type { paths } from "../../api/schema.gen";
import { type Day, isDay, partsOf } from "../../lib/day";

/** What the server is asked. */
export type DueQuestion = paths["/api/v1/contracts/{contract}/calendar/due"]["get"]["parameters"]["query"];
export type DueRule = DueQuestion["rule"];
export type Roll = NonNullable<DueQuestion["roll"]>;

export const rules: readonly DueRule[] = [
  "service_minutes",
  "open_days",
  "calendar_days",
  "nth_open_day",
  "end_of_month",
];
export const rolls: readonly Roll[] = ["none", "next", "previous"];

/** Which parts a rule needs besides the day of the start. */
export const needs: Record<DueRule, { time?: true; amount?: true; later?: true; roll?: true }> = {
  service_minutes: { time: true, amount: true },
  open_days: { amount: true },
  calendar_days: { amount: true, roll: true },
  nth_open_day: { amount: true, later: true },
  end_of_month: { later: true, roll: true },
};

/** The state of the page in the address; it may hold anything. */
export interface DueSearch {
  from?: string | undefined;
  rule?: DueRule | undefined;
  amount?: number | undefined;
  later?: number | undefined;
  roll?: Roll | undefined;
  work?: string | undefined;
}

const integer = (value: unknown): number | undefined =>
  Number.isInteger(value) ? (value as number) : undefined;
const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value);

export function dueSearch(search: Record<string, unknown>): DueSearch {
  return {
    from: typeof search.from === "string" ? search.from : undefined,
    rule: oneOf(rules, search.rule),
    amount: integer(search.amount),
    later: integer(search.later),
    roll: oneOf(rolls, search.roll),
    work: typeof search.work === "string" && search.work !== "" ? search.work : undefined,
  };
}

const isStart = (from: string): boolean =>
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(from) && isDay(partsOf(from.slice(0, 10)));

/** The question that the address asks, if it is one. */
export function questionOf({ from, rule, amount, later, roll, work }: DueSearch): DueQuestion | undefined {
  if (!from || !rule || !isStart(from)) return undefined;
  const needed = needs[rule];
  if (needed.amount && amount === undefined) return undefined;
  return {
    from: needed.time ? from : from.slice(0, 10),
    rule,
    ...(needed.amount && { amount }),
    ...(needed.later && { months_later: later ?? 0 }),
    ...(needed.roll && { roll: roll ?? "none" }),
    ...(work && { work_class: work }),
  };
}

export interface Start {
  day: Day;
  time: string;
}

export const startOf = (from: string): Start => ({ day: from.slice(0, 10), time: from.slice(11) || "" });

/** Reads a time of day as people type it: 16:30, 1630, 9:05, １６：３０, 16時30分. */
export function readTime(written: string): string | undefined {
  const text = written.normalize("NFKC").replace(/\s/g, "");
  const match =
    /^(\d{1,2})(?::|時)(\d{1,2})分?$/.exec(text) ??
    /^(\d{1,2})(\d{2})$/.exec(text) ??
    /^(\d{1,2})時$/.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Reads a whole number in half or full width. */
export function readWhole(written: string): number | undefined {
  const text = written.normalize("NFKC").replace(/[\s,]/g, "").replace(/^[−‐]/, "-");
  return /^-?\d{1,7}$/.test(text) ? Number(text) : undefined;
}
