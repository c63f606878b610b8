import type { DeskCall, WriteDeskCall } from "../../api/types";
import { wallClock } from "../../lib/day";

/** A call as its form holds it: moments as `MomentField` does, empty where nothing is known. */
export interface TypedCall {
  desk: string;
  channel: WriteDeskCall["channel"] & string;
  device_id: string;
  incident: string;
  request: string;
  reached_at: string;
  asked: string;
  form_attached: boolean;
  reference: string;
  said: string;
  visit_expected: boolean;
  visit_at: string;
  site_told_at: string;
  site_told: string;
  visited_at: string;
  outcome: string;
}

export const blankCall = (now: string): TypedCall => ({
  desk: "",
  channel: "phone",
  device_id: "",
  incident: "",
  request: "",
  reached_at: wallClock(now),
  asked: "",
  form_attached: false,
  reference: "",
  said: "",
  visit_expected: false,
  visit_at: "",
  site_told_at: "",
  site_told: "",
  visited_at: "",
  outcome: "",
});

const moment = (at: string | null | undefined): string => (at ? wallClock(at) : "");

export const typedCall = (call: DeskCall): TypedCall => ({
  desk: call.desk,
  channel: call.channel,
  device_id: call.device_id ?? "",
  incident: call.incident,
  request: call.request,
  reached_at: wallClock(call.reached_at),
  asked: call.asked,
  form_attached: call.form_attached,
  reference: call.reference,
  said: call.said,
  visit_expected: call.visit_expected,
  visit_at: moment(call.visit_at),
  site_told_at: moment(call.site_told_at),
  site_told: call.site_told,
  visited_at: moment(call.visited_at),
  outcome: call.outcome,
});

export const callBody = (typed: TypedCall): WriteDeskCall => ({
  ...typed,
  device_id: typed.device_id || null,
  visit_at: typed.visit_at || null,
  site_told_at: typed.site_told_at || null,
  visited_at: typed.visited_at || null,
});

export type CallState = "closed" | "overdue" | "promised" | "visited" | "running";

/** How far a call is, in one word. */
export function callState(
  call: Pick<DeskCall, "closed" | "overdue" | "visit_expected" | "visited_at">,
): CallState {
  if (call.closed) return "closed";
  if (call.overdue) return "overdue";
  if (call.visited_at) return "visited";
  return call.visit_expected ? "promised" : "running";
}

/** The people of a pattern: a line each, the name and the phone with a comma or a tab between. */
export function peopleOf(text: string): { person: string; phone: string }[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [person = "", phone = ""] = line.split(/[\t,、，]/u);
      return { person: person.trim(), phone: phone.trim() };
    });
}
