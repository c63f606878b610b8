import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { ReportIncident, SecurityIncident } from "../../api/types";
import { pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/security-incidents" as const;

export const incidentStates = ["noticed", "reported", "closed"] as const;
export const incidentKinds = ["loss", "theft", "damage", "leak", "virus", "unauthorised", "other"] as const;

export const incidentsQuery = (contract: string, { state }: RegisterSearch) =>
  pagesQuery<SecurityIncident>(["security-incidents", contract, state], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: {
            limit: pageRows,
            ...(known(state, incidentStates) && { state: known(state, incidentStates) }),
            ...(cursor && { cursor }),
          },
        },
      }),
    ),
  );

export const incidentQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "security-incidents", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const reportIncident = (contract: string, body: ReportIncident) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

const act = (contract: string, { id, version }: SecurityIncident) => ({
  params: { path: { contract, id }, header: versionTag(version) },
});

export const correctIncident = (contract: string, row: SecurityIncident, body: ReportIncident) =>
  ask(api.PATCH(`${path}/{id}`, { ...act(contract, row), body }));

export const recordFirstReport = (
  contract: string,
  row: SecurityIncident,
  body: { at: string; told_to: string; how: string },
) => ask(api.POST(`${path}/{id}/first-report`, { ...act(contract, row), body }));

export const addEntry = (
  contract: string,
  row: SecurityIncident,
  body: { kind: "course" | "measure"; at: string; text: string },
) => ask(api.POST(`${path}/{id}/entries`, { params: { path: { contract, id: row.id } }, body }));

export const closeIncident = (contract: string, row: SecurityIncident, conclusion: string) =>
  ask(api.POST(`${path}/{id}/close`, { ...act(contract, row), body: { conclusion } }));

export const reopenIncident = (contract: string, row: SecurityIncident, reason: string) =>
  ask(api.POST(`${path}/{id}/reopen`, { ...act(contract, row), body: { reason } }));
