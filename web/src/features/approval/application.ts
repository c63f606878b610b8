import type { ApprovalFormKind, NewApproval } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message } from "../../lib/i18n";
import { beginOf, endOf, needsOf } from "./approval";
import { approvalText } from "./approval.text";

/** What stands in the form of an application. */
export interface Values {
  kind: string;
  title: string;
  reason: string;
  request_id: string;
  acts: string[];
  site_id: string;
  devices: string[];
  room: string;
  from: string;
  from_time: string;
  until: string;
  until_time: string;
}

export const blank = (kind: string, request: string): Values => ({
  kind,
  title: "",
  reason: "",
  request_id: request,
  acts: [],
  site_id: "",
  devices: [],
  room: "",
  from: "",
  from_time: "",
  until: "",
  until_time: "",
});

const beginning = ({ from, from_time }: Values) => beginOf({ day: from, time: from_time });
const end = ({ until, until_time }: Values) => endOf({ day: until, time: until_time });

/** Errors in the order of the form. */
export function errorsIn(values: Values, kind: ApprovalFormKind | undefined): Errors<Values> {
  const needs = needsOf(kind);
  const errors: Errors<Values> = {};
  if (!kind) errors.kind = message(approvalText, "chooseKind");
  if (values.title.trim() === "") errors.title = message(approvalText, "enterTitle");
  if (values.reason.trim() === "") errors.reason = message(approvalText, "enterWhy");
  if (needs.acts && values.acts.length === 0) errors.acts = message(approvalText, "chooseAct");
  if (needs.site && values.site_id === "" && values.request_id === "")
    errors.site_id = message(approvalText, "chooseSite");
  if (needs.room && values.room.trim() === "") errors.room = message(approvalText, "enterRoom");
  return { ...errors, ...periodErrors(values) };
}

const isDay = (day: string): boolean => beginOf({ day, time: "" }) !== undefined;

function periodErrors(values: Values): Errors<Values> {
  const errors: Errors<Values> = {};
  const [from, until] = [beginning(values), end(values)];
  if (!isDay(values.from)) errors.from = message(approvalText, "chooseDay");
  else if (from === undefined) errors.from_time = message(approvalText, "enterTime");
  if (!isDay(values.until)) errors.until = message(approvalText, "chooseDay");
  else if (until === undefined) errors.until_time = message(approvalText, "enterTime");
  else if (from && until && Date.parse(until) <= Date.parse(from))
    errors.until = message(approvalText, "untilBeforeFrom");
  return errors;
}

/** What is sent: only what the kind wants to know. */
export function newApprovalOf(values: Values, kind: ApprovalFormKind | undefined): NewApproval {
  const needs = needsOf(kind);
  return {
    kind: values.kind,
    title: values.title.trim(),
    reason: values.reason.trim(),
    request_id: values.request_id || null,
    site_id: values.site_id || null,
    acts: needs.acts ? values.acts : [],
    devices: needs.devices ? values.devices : [],
    room: needs.room ? values.room.trim() : "",
    from: beginning(values) ?? null,
    until: end(values) ?? null,
  };
}
