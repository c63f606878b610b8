import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  CorrectFinding,
  EnterFinding,
  FinishFinding,
  InstructFinding,
  InstructFindingAnew,
  ReplyToQuestion,
  ReportFinding,
  Visit,
  VisitFinding,
} from "../../api/types";
import { parseWrittenDay } from "../../lib/wareki";
import type { FindingSearch } from "./finding.search";

const findings = "/api/v1/contracts/{contract}/visit-findings" as const;

/** What the server is asked for: days that are none are left out. */
export function askedOfFindings({ kind, site, from, until }: FindingSearch) {
  const first = from && parseWrittenDay(from);
  const last = until && parseWrittenDay(until);
  return {
    ...(kind && { kind }),
    ...(site && { site }),
    ...(first && { from: first }),
    ...(last && { until: last }),
  };
}

export const findingsQuery = (contract: string, search: FindingSearch) => {
  const asked = { ...askedOfFindings(search), ...(!search.all && { open: true }) };
  return infiniteQueryOptions({
    queryKey: ["visits", contract, "findings", asked],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(findings, {
          params: {
            path: { contract },
            query: { ...asked, limit: 100, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
};

export const findingsExport = (contract: string, search: FindingSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/visit-findings/export?${new URLSearchParams(askedOfFindings(search))}`;

/** What was found on one visit, in the order of the server: the latest first. */
export const findingsOfVisitQuery = (contract: string, visit: string) =>
  queryOptions({
    queryKey: ["visits", contract, "findings of", visit],
    queryFn: () => ask(api.GET(findings, { params: { path: { contract }, query: { visit, limit: 200 } } })),
  });

export const findingQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["visits", contract, "finding", id],
    queryFn: () => ask(api.GET(`${findings}/{id}`, { params: { path: { contract, id } } })),
  });

export const findingEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["visits", contract, "finding events", id],
    queryFn: () => ask(api.GET(`${findings}/{id}/events`, { params: { path: { contract, id } } })),
  });

const one = (contract: string, { id, version }: VisitFinding) => ({
  path: { contract, id },
  header: versionTag(version),
});

export const enterFinding = (contract: string, visit: Visit, body: EnterFinding) =>
  ask(
    api.POST("/api/v1/contracts/{contract}/visits/{id}/findings", {
      params: { path: { contract, id: visit.id } },
      body,
    }),
  );

export const correctFinding = (contract: string, finding: VisitFinding, body: CorrectFinding) =>
  ask(api.PUT(`${findings}/{id}`, { params: one(contract, finding), body }));

export const replyToFinding = (contract: string, finding: VisitFinding, body: ReplyToQuestion) =>
  ask(api.POST(`${findings}/{id}/reply`, { params: one(contract, finding), body }));

export const reportFinding = (contract: string, finding: VisitFinding, body: ReportFinding) =>
  ask(api.POST(`${findings}/{id}/report`, { params: one(contract, finding), body }));

export const instructFinding = (contract: string, finding: VisitFinding, body: InstructFinding) =>
  ask(api.POST(`${findings}/{id}/instruction`, { params: one(contract, finding), body }));

export const instructFindingAnew = (contract: string, finding: VisitFinding, body: InstructFindingAnew) =>
  ask(api.PUT(`${findings}/{id}/instruction`, { params: one(contract, finding), body }));

export const finishFinding = (contract: string, finding: VisitFinding, body: FinishFinding) =>
  ask(api.POST(`${findings}/{id}/completion`, { params: one(contract, finding), body }));

export const takeFindingBack = (contract: string, finding: VisitFinding, reason: string) =>
  ask(api.POST(`${findings}/{id}/retraction`, { params: one(contract, finding), body: { reason } }));
