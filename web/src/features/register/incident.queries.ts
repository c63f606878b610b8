import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { CorrectSecurityIncident, ReportIncident, SecurityIncident } from "../../api/types";
import { parseWrittenDay } from "../../lib/wareki";
import { pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/security-incidents" as const;

/** The fault of the equipment that an accident came of. */
export const faultQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "one", id],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/incidents/{id}", { params: { path: { contract, id } } })),
  });

type Category = SecurityIncident["category"];
type Kind = SecurityIncident["kind"];

export const incidentCategories = ["security", "accident", "damage"] as const satisfies readonly Category[];
export const incidentShown = ["noticed", "reported", "closed", "open"] as const;

/** The kinds of each category, as the server knows them. */
export const kindsOf: Record<Category, readonly Kind[]> = {
  security: ["loss", "theft", "damage", "leak", "virus", "unauthorised", "other"],
  accident: ["injury", "traffic", "disruption", "other"],
  damage: ["building", "equipment", "belongings", "other"],
};

/** What a list of this category, or of all of them, can be narrowed to. */
export const kindsShown = (category: Category | undefined): readonly Kind[] =>
  category ? kindsOf[category] : [...new Set(incidentCategories.flatMap((each) => kindsOf[each]))];

/** The filters of the address in the server's words; what it does not know is left out. */
export function incidentFilters(search: RegisterSearch) {
  const category = known(search.category, incidentCategories);
  const kind = known(search.kind, kindsShown(category));
  const state = known(search.state, incidentShown);
  const from = parseWrittenDay(search.from ?? "");
  const until = parseWrittenDay(search.until ?? "");
  return {
    ...(category && { category }),
    ...(kind && { kind }),
    ...(state === "open" ? { open: true } : state && { state }),
    ...(from && { from }),
    ...(until && { until }),
  };
}

export const incidentsQuery = (contract: string, search: RegisterSearch) => {
  const filters = incidentFilters(search);
  return pagesQuery<SecurityIncident>(["security-incidents", contract, filters], (cursor) =>
    ask(
      api.GET(path, {
        params: { path: { contract }, query: { ...filters, limit: pageRows, ...(cursor && { cursor }) } },
      }),
    ),
  );
};

const addressOf = (contract: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/security-incidents`;

export const incidentsExport = (contract: string, search: RegisterSearch): string =>
  `${addressOf(contract)}/export?${new URLSearchParams(
    Object.entries(incidentFilters(search)).map(([name, value]) => [name, String(value)]),
  )}`;

export const incidentPaper = (contract: string, id: string): string =>
  `${addressOf(contract)}/${encodeURIComponent(id)}/report`;

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

export const correctIncident = (contract: string, row: SecurityIncident, body: CorrectSecurityIncident) =>
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
