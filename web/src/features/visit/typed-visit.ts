import type { PlanVisit, RecordVisit, Visit } from "../../api/types";
import { wallClock } from "../../lib/day";

/** Somebody who goes, as typed; minutes are digits or nothing. */
export interface TypedVisitor {
  worker_id: string;
  name: string;
  minutes: string;
}

export interface TypedPlan {
  site_id: string;
  purpose: string;
  planned_from: string;
  planned_until: string;
  told: string;
  workers: TypedVisitor[];
}

export interface TypedRecord {
  arrived_at: string;
  started_at: string;
  departed_at: string;
  workers: TypedVisitor[];
  result: string;
}

const clock = (at: string | null | undefined): string => (at ? wallClock(at) : "");

export const visitorsOf = ({ workers }: Visit): TypedVisitor[] =>
  workers.map(({ worker_id, name, minutes }) => ({
    worker_id: worker_id ?? "",
    name,
    minutes: minutes === null || minutes === undefined ? "" : String(minutes),
  }));

export const planOf = (visit: Visit): TypedPlan => ({
  site_id: visit.site_id,
  purpose: visit.purpose,
  planned_from: wallClock(visit.planned_from),
  planned_until: wallClock(visit.planned_until),
  told: visit.told,
  workers: visitorsOf(visit),
});

export const recordOf = (visit: Visit): TypedRecord => ({
  arrived_at: clock(visit.arrived_at),
  started_at: clock(visit.started_at),
  departed_at: clock(visit.departed_at),
  workers: visitorsOf(visit),
  result: visit.result,
});

const minutesOf = (typed: string): number | null => {
  const digits = typed.normalize("NFKC").trim();
  return /^\d+$/.test(digits) ? Number(digits) : null;
};

/** The people as they are sent: of somebody of the roster the server knows the name. */
export const sentVisitors = (workers: readonly TypedVisitor[]) =>
  workers.map(({ worker_id, name, minutes }) => ({
    worker_id: worker_id || null,
    name: worker_id ? "" : name,
    minutes: minutesOf(minutes),
  }));

export const sentPlan = (
  typed: TypedPlan,
  cause: { incident?: string | undefined; request?: string | undefined },
): PlanVisit => ({
  ...typed,
  workers: sentVisitors(typed.workers),
  incident_id: cause.incident ?? null,
  request_id: cause.request ?? null,
});

export const sentRecord = (typed: TypedRecord, reason: string): RecordVisit => ({
  arrived_at: typed.arrived_at || null,
  started_at: typed.started_at || null,
  departed_at: typed.departed_at || null,
  workers: sentVisitors(typed.workers),
  result: typed.result,
  reason,
});
