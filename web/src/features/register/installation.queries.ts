import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { Installation, PlanInstallation, RecordInstallationStep } from "../../api/types";
import { pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/installations" as const;

export const installationKinds = [
  "installation",
  "removal",
  "relocation",
  "resetup",
] as const satisfies readonly Installation["kind"][];
export const installationShown = [
  "all",
  "open",
  "planned",
  "set_up",
  "done",
  "returned",
  "cancelled",
] as const;

function filtersOf({ kind, state }: RegisterSearch) {
  const wanted = known(kind, installationKinds);
  return { state: known(state, installationShown) ?? ("all" as const), ...(wanted && { kind: wanted }) };
}

const page = (contract: string, search: RegisterSearch, cursor = "", limit = pageRows) =>
  ask(
    api.GET(path, {
      params: { path: { contract }, query: { ...filtersOf(search), limit, ...(cursor && { cursor }) } },
    }),
  );

export const installationsQuery = (contract: string, search: RegisterSearch) =>
  pagesQuery<Installation>(["installations", contract, filtersOf(search)], (cursor) =>
    page(contract, search, cursor),
  );

/** The kinds of jobs that the contract has, how far its quotas are used, and who may plan. */
export const installationTermsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["installations", contract, "terms"],
    queryFn: () => page(contract, {}, "", 1),
  });

export const installationsUrl = (contract: string, search: RegisterSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/installations/export?${new URLSearchParams(filtersOf(search))}`;

export const installationQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "installations", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const planInstallation = (contract: string, body: PlanInstallation) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

export const recordInstallationStep = (
  contract: string,
  { id, version }: Installation,
  body: RecordInstallationStep,
) =>
  ask(
    api.POST(`${path}/{id}/steps`, { params: { path: { contract, id }, header: versionTag(version) }, body }),
  );
