import type { Drill, DrillKind, WriteDrill } from "../../api/types";

/** Whether somebody of the roster took part: nobody asked is left out of the record. */
export type Presence = "asked_not" | "there" | "absent";

/** A drill as somebody types it; attendance by the worker's id. */
export interface TypedDrill {
  site_id: string;
  on: string;
  kind: DrillKind;
  asked: string;
  result: string;
  presence: Record<string, Presence>;
  reasons: Record<string, string>;
}

export const blankDrill = (on: string, site: string | undefined): TypedDrill => ({
  site_id: site ?? "",
  on,
  kind: "disaster",
  asked: "",
  result: "",
  presence: {},
  reasons: {},
});

export const typedDrill = ({ site_id, on, kind, asked, result, attendees }: Drill): TypedDrill => ({
  site_id,
  on,
  kind,
  asked,
  result,
  presence: Object.fromEntries(
    attendees.map(({ worker_id, attended }) => [worker_id, attended ? "there" : "absent"]),
  ),
  reasons: Object.fromEntries(attendees.map(({ worker_id, reason }) => [worker_id, reason])),
});

/** What is sent of it; attendance and result only once the day has come. */
export function drillBody({ presence, reasons, ...typed }: TypedDrill, today: string): WriteDrill {
  const toCome = typed.on > today;
  const named = Object.entries(presence).filter(([, there]) => there !== "asked_not");
  return {
    ...typed,
    result: toCome ? "" : typed.result,
    attendees: toCome
      ? []
      : named.map(([worker_id, there]) => ({
          worker_id,
          attended: there === "there",
          reason: there === "absent" ? (reasons[worker_id] ?? "") : "",
        })),
  };
}
