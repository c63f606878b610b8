import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { Licence, WriteLicence } from "../../api/types";
import { pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/licences" as const;

export const licenceKinds = ["bought", "term", "other"] as const;
export const licencePayers = ["contractor", "other"] as const;
export const licenceShown = ["in_force", "ending", "ended", "all"] as const;

const filtersOf = ({ q, state }: RegisterSearch) => ({
  ...(q && { q }),
  state: known(state, licenceShown) ?? ("in_force" as const),
});

export const licencesQuery = (contract: string, search: RegisterSearch) =>
  pagesQuery<Licence>(["licences", contract, search.q, search.state], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: { ...filtersOf(search), limit: pageRows, ...(cursor && { cursor }) },
        },
      }),
    ),
  );

export const exportUrl = (contract: string, search: RegisterSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/licences/export?${new URLSearchParams(filtersOf(search))}`;

export const licenceQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "licences", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const enterLicence = (contract: string, body: WriteLicence) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

const over = (contract: string, { id, version }: Licence) => ({
  params: { path: { contract, id }, header: versionTag(version) },
});

export const correctLicence = (contract: string, opened: Licence, body: WriteLicence) =>
  ask(api.PATCH(`${path}/{id}`, { ...over(contract, opened), body }));

export const endLicence = (contract: string, opened: Licence, body: { on: string; reason: string }) =>
  ask(api.POST(`${path}/{id}/end`, { ...over(contract, opened), body }));

export const resumeLicence = (contract: string, opened: Licence, reason: string) =>
  ask(api.POST(`${path}/{id}/resume`, { ...over(contract, opened), body: { reason } }));
