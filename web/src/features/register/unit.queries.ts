import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { ExchangeUnit, LedgerEdition, Movement, MoveUnit, Unit, UnitPage } from "../../api/types";
import { pageRows, pagesQuery } from "./register.queries";
import { known } from "./register.search";
import { dayAsked, type UnitSearch } from "./unit.search";

const path = "/api/v1/contracts/{contract}/register" as const;

export const unitUses = [
  "planned",
  "in_service",
  "spare",
  "stored",
  "repair",
  "retired",
] as const satisfies readonly Unit["use"][];
export const moveCauses = [
  "installation",
  "removal",
  "relocation",
  "repair",
  "renewal",
  "change_of_use",
  "correction",
] as const satisfies readonly Movement["cause"][];

export function filtersOf({ q, site, class: kind, division, use, ...search }: UnitSearch) {
  const on = dayAsked(search);
  const used = known(use, unitUses);
  return {
    ...(on && { on }),
    ...(q && { q }),
    ...(site && { site }),
    ...(kind && { class: kind }),
    ...(division && { division }),
    ...(used && { use: used }),
  };
}

export const unitsQuery = (contract: string, search: UnitSearch) =>
  pagesQuery<Unit>(
    ["register", contract, "list", filtersOf(search)],
    (cursor): Promise<UnitPage> =>
      ask(
        api.GET(path, {
          params: {
            path: { contract },
            query: { ...filtersOf(search), limit: pageRows, ...(cursor && { cursor }) },
          },
        }),
      ),
  );

/** The classes of devices that the contract knows. */
export const unitClassesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "classes"],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query: { limit: 1 } } })),
    staleTime: 300_000,
  });

/** The register as it is asked for, as an Excel file. */
export const ledgerUrl = (contract: string, search: UnitSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/register/export?${new URLSearchParams(filtersOf(search))}`;

export const countsUrl = (contract: string, day: string | undefined): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/register/matrix/export${day ? `?on=${day}` : ""}`;

export const editionsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "editions"],
    queryFn: () => ask(api.GET(`${path}/editions`, { params: { path: { contract } } })),
  });

export const editionUrl = (contract: string, edition: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/register/editions/${encodeURIComponent(edition)}/file`;

export const makeEdition = (contract: string, division: string) =>
  ask(api.POST(`${path}/editions`, { params: { path: { contract } }, body: { division } }));

export const submitEdition = (contract: string, { id, version }: LedgerEdition, on: string) =>
  ask(
    api.POST(`${path}/editions/{edition}/submission`, {
      params: { path: { contract, edition: id }, header: versionTag(version) },
      body: { on },
    }),
  );

export const matrixQuery = (contract: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["register", contract, "matrix", on],
    queryFn: () =>
      ask(api.GET(`${path}/matrix`, { params: { path: { contract }, query: { ...(on && { on }) } } })),
  });

export const unitQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "register", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

/** The spares of a class that could take a unit's place on a day. */
export const sparesQuery = (contract: string, kind: string, on: string) =>
  queryOptions({
    queryKey: ["register", contract, "spares", kind, on],
    queryFn: () =>
      ask(
        api.GET(path, {
          params: { path: { contract }, query: { ...(on && { on }), class: kind, use: "spare", limit: 200 } },
        }),
      ),
  });

/** Whether a spare stands in for a device without a word about it: of its model, and of no other division. */
export const spareFits = (unit: Pick<Unit, "model" | "division">, spare: Pick<Unit, "model" | "division">) =>
  spare.model === unit.model &&
  (unit.division === "" || spare.division === "" || unit.division === spare.division);

export const moveUnit = (contract: string, id: string, body: MoveUnit) =>
  ask(api.POST(`${path}/{id}/moves`, { params: { path: { contract, id } }, body }));

export const exchangeUnit = (contract: string, id: string, body: ExchangeUnit) =>
  ask(api.POST(`${path}/{id}/exchanges`, { params: { path: { contract, id } }, body }));
