import { parseWrittenDay } from "../../lib/wareki";

/** What a chosen day means for a notice whose earliest day is known. */
export type NoticeState = "earliest" | "in_time" | "too_late" | "emergency";

export function noticeState(chosen: string, earliest: string, emergency: boolean): NoticeState {
  const day = parseWrittenDay(chosen);
  if (emergency) return "emergency";
  if (!day) return "earliest";
  return day < earliest ? "too_late" : "in_time";
}
