import type { EntryRecord, WriteEntryRecord } from "../../api/types";
import { wallClock } from "../../lib/day";

/** A record as somebody types it. */
export interface TypedRecord {
  room_id: string;
  worker_id: string;
  name: string;
  affiliation: string;
  in_at: string;
  out_at: string;
  purpose: string;
  request_id: string;
  attendant: string;
}

export const blankRecord = (now: string): TypedRecord => ({
  room_id: "",
  worker_id: "",
  name: "",
  affiliation: "",
  in_at: wallClock(now),
  out_at: "",
  purpose: "",
  request_id: "",
  attendant: "",
});

export const typedOf = (record: EntryRecord): TypedRecord => ({
  room_id: record.room_id,
  worker_id: record.worker_id ?? "",
  name: record.worker_id ? "" : record.name,
  affiliation: record.worker_id ? "" : record.affiliation,
  in_at: wallClock(record.in_at),
  out_at: record.out_at ? wallClock(record.out_at) : "",
  purpose: record.purpose,
  request_id: record.request_id ?? "",
  attendant: record.attendant,
});

/** What is sent of it: of somebody of the roster the server knows name and affiliation. */
export const bodyOf = (typed: TypedRecord): WriteEntryRecord => ({
  ...typed,
  ...(typed.worker_id && { name: "", affiliation: "" }),
  worker_id: typed.worker_id || null,
  in_at: typed.in_at || null,
  out_at: typed.out_at || null,
  request_id: typed.request_id || null,
});
