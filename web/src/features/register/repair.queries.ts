import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { OpenRepair, RecordRepairStep, Repair } from "../../api/types";
import { pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/repairs" as const;

export const repairStates = [
  "failed",
  "carried_back",
  "tested",
  "at_maker",
  "returned",
  "erased",
  "rebuilt",
  "spare",
  "handed_over",
  "disposed",
] as const satisfies readonly Repair["state"][];
export const repairShown = ["open", ...repairStates, "all"] as const;
export const repairFindings = ["reproduced", "not_reproduced", "not_needed"] as const;

const filtersOf = ({ q, state }: RegisterSearch) => ({
  ...(q && { q }),
  state: known(state, repairShown) ?? ("open" as const),
});

export const repairsQuery = (contract: string, search: RegisterSearch) =>
  pagesQuery<Repair>(["repairs", contract, filtersOf(search)], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: { ...filtersOf(search), limit: pageRows, ...(cursor && { cursor }) },
        },
      }),
    ),
  );

/** Whether the contract has repairs, and who may record them. */
export const repairTermsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["repairs", contract, "terms"],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query: { limit: 1 } } })),
    staleTime: 300_000,
  });

export const repairsUrl = (contract: string, search: RegisterSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/repairs/export?${new URLSearchParams(filtersOf(search))}`;

export const repairQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "repairs", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const stockQuery = (contract: string) =>
  queryOptions({
    queryKey: ["repairs", contract, "stock"],
    queryFn: () => ask(api.GET(`${path}/stock`, { params: { path: { contract } } })),
  });

/** Units that may have failed, by words. */
export const unitsFoundQuery = (contract: string, words: string) =>
  queryOptions({
    queryKey: ["repairs", contract, "units", words],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/register", {
          params: { path: { contract }, query: { q: words, limit: 20 } },
        }),
      ),
    enabled: words.trim() !== "",
  });

export const openRepair = (contract: string, body: OpenRepair) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

export const correctRepair = (
  contract: string,
  { id, version }: Repair,
  body: { symptom: string; warranty_until: string | null },
) =>
  ask(api.PATCH(`${path}/{id}`, { params: { path: { contract, id }, header: versionTag(version) }, body }));

export const recordRepairStep = (contract: string, { id, version }: Repair, body: RecordRepairStep) =>
  ask(
    api.POST(`${path}/{id}/steps`, { params: { path: { contract, id }, header: versionTag(version) }, body }),
  );
