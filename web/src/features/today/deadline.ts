import type { Contract, Today } from "../../api/types";
import { type Day, partsOf, toDay } from "../../lib/day";
import { type Message, message } from "../../lib/i18n";
import type { ChipTone } from "../../ui/Chip";
import { todayText } from "./today.text";

type Due = Pick<Today["deadlines"][number], "wish_on" | "open_days_left">;

export interface DeadlineState {
  sign: "×" | "△" | "○" | "－";
  tone: ChipTone;
  text: Message;
}

/** From here on a deadline is near: a working week. */
const near = 5;

export function deadlineState({ wish_on, open_days_left }: Due, today: Day): DeadlineState {
  if (!wish_on) return { sign: "－", tone: "neutral", text: message(todayText, "noWish") };
  const days = open_days_left ?? 0;
  if (wish_on < today)
    return {
      sign: "×",
      tone: "red",
      text: days < 0 ? message(todayText, "over", { days: -days }) : message(todayText, "overClosed"),
    };
  if (wish_on === today) return { sign: "△", tone: "yellow", text: message(todayText, "dueToday") };
  if (days === 0) return { sign: "△", tone: "yellow", text: message(todayText, "leftClosed") };
  const text = message(todayText, "left", { days });
  return days <= near ? { sign: "△", tone: "yellow", text } : { sign: "○", tone: "green", text };
}

const pages: Record<string, string> = {
  desk_call: "desks/calls",
  incident: "incidents",
  installation: "installations",
  licence: "licences",
  loan: "loans",
  question: "questions",
  recovery: "recovery",
  security_incident: "security-incidents",
  visit_finding: "visits/findings",
  work_request: "requests",
  approval: "approvals",
};

/** Where people do what a clock waits for; undefined when its subject has no page of its own. */
export function pageOfClock(
  contract: string,
  { subject_kind: kind, subject_id: id }: Pick<Today["clocks"][number], "subject_kind" | "subject_id">,
): string | undefined {
  const base = `/contracts/${encodeURIComponent(contract)}`;
  if (kind === "ledger") return `${base}/register/editions`;
  if (kind === "on_call") return `${base}/desks/on-call`;
  const page = pages[kind];
  return page === undefined ? undefined : `${base}/${page}/${encodeURIComponent(id)}`;
}

/** How many requests are not done. */
export const openRequests = ({ counts }: Pick<Today, "counts">): number =>
  counts.filter(({ status }) => status !== "done").reduce((sum, { requests }) => sum + requests, 0);

/** The first year whose holidays somebody should take in: needed by the contract, and this year's or the next. */
export function missingHolidays(
  { day, holidays_until }: Pick<Today, "day" | "holidays_until">,
  { ends_on }: Pick<Contract, "ends_on">,
): number | undefined {
  const nextYearEnds = toDay({ year: partsOf(day).year + 1, month: 12, day: 31 });
  const needed = ends_on < nextYearEnds ? ends_on : nextYearEnds;
  if (holidays_until >= needed) return undefined;
  const { year, month, day: date } = partsOf(holidays_until);
  return month === 12 && date === 31 ? year + 1 : year;
}
