/** The kinds of event that the chain of a contract can hold, in the order of the choice. */
export const kinds = [
  "work_request.created",
  "work_request.changed",
  "work_request.accepted",
  "work_request.result_recorded",
  "work_request.contractor_signed",
  "work_request.city_signed",
  "work_request.sent_back",
  "work_request.commented",
  "work_request.file_attached",
  "work_request.imported",
  "work_request.changed_by_import",
  "work_request.exported",
  "work_request.viewed",
  "due.half",
  "due.near",
  "due.passed",
  "membership.added",
  "membership.ended",
  "token.created",
  "token.revoked",
  "contract.loaded",
  "events.exported",
] as const;

export type Kind = (typeof kinds)[number];
