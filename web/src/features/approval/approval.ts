import type { Approval, ApprovalFormKind } from "../../api/types";
import { addDays, type Day } from "../../lib/day";
import { parseTime } from "../../lib/time";
import { parseWrittenDay, saySpan } from "../../lib/wareki";
import type { ChipTone } from "../../ui/Chip";

export type Standing = Approval["standing"];

export const standingLook: Record<Standing, { tone: ChipTone; sign: string }> = {
  waiting: { tone: "yellow", sign: "◇" },
  not_begun: { tone: "blue", sign: "□" },
  in_force: { tone: "green", sign: "○" },
  ends_soon: { tone: "yellow", sign: "△" },
  over: { tone: "neutral", sign: "－" },
  refused: { tone: "red", sign: "×" },
  withdrawn: { tone: "neutral", sign: "－" },
  voided: { tone: "neutral", sign: "×" },
};

/** When it is in force; a side that is open stays empty. */
export function spanOf({ begins_at, from, until }: Pick<Approval, "begins_at" | "from" | "until">): string {
  return saySpan(begins_at ?? from, until);
}

export type MomentValues = { day: string; time: string };

function moment(day: Day, time: string): string {
  const [on, at] = time === "24:00" ? [addDays(day, 1), "00:00"] : [day, time];
  return `${on}T${at}:00+09:00`;
}

/** The beginning of a period: the day's first moment where no time is given; null where no day is. */
export function beginOf({ day, time }: MomentValues): string | null | undefined {
  if (day.trim() === "") return null;
  const on = parseWrittenDay(day);
  const at = time.trim() === "" ? "00:00" : parseTime(time);
  return on && at ? moment(on, at) : undefined;
}

/** The end of a period, which is no longer part of it: the end of the day where no time is given. */
export function endOf({ day, time }: MomentValues): string | null | undefined {
  if (day.trim() === "") return null;
  const on = parseWrittenDay(day);
  const at = time.trim() === "" ? "24:00" : parseTime(time);
  return on && at ? moment(on, at) : undefined;
}

/** What a kind wants to know beyond title and reason. */
export function needsOf(kind: ApprovalFormKind | undefined) {
  const effect = kind?.effect;
  return {
    acts: effect === "act",
    room: effect === "entry_room",
    site: effect === "entry" || kind?.turn === "site",
    devices: effect === "act" || effect === "equipment" || effect === "work",
  };
}

/** The page of what an approval is about; undefined where there is none. */
export function placeOf({ subject_kind, subject_id, request_id }: SubjectOf) {
  switch (subject_kind) {
    case "procedure":
      return { page: "procedures", id: subject_id } as const;
    case "procedure_version":
      // The job's page names the version and leads to what changed in it.
      return request_id ? ({ page: "requests", id: `${request_id}/steps` } as const) : undefined;
    case "question":
      return { page: "questions", id: subject_id } as const;
    case "work_request":
      return { page: "requests", id: subject_id } as const;
    case "roster_change":
    case "worker":
      return { page: "people", id: "" } as const;
    case "work_window":
    case "vendor_notice":
    case "start":
      return request_id ? ({ page: "requests", id: request_id } as const) : undefined;
    default:
      return undefined;
  }
}
type SubjectOf = Pick<Approval, "subject_kind" | "subject_id" | "request_id">;
