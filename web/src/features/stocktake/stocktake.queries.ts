import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { BeginStocktake, FindUnits, Stocktake, Unit } from "../../api/types";

const path = "/api/v1/contracts/{contract}/stocktakes" as const;
const one = `${path}/{id}` as const;
const row = (contract: string, id: string) => ({ path: { contract, id } });

export const stocktakesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["stocktakes", contract],
    queryFn: () => ask(api.GET(path, { params: { path: { contract } } })),
  });

export const stocktakeQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["stocktakes", contract, id],
    queryFn: () => ask(api.GET(one, { params: row(contract, id) })),
  });

export const linesQuery = (contract: string, id: string, site: string | undefined) =>
  queryOptions({
    queryKey: ["stocktakes", contract, id, "lines", site],
    queryFn: () =>
      ask(
        api.GET(`${one}/lines`, {
          params: { ...row(contract, id), query: site ? { site } : {} },
        }),
      ),
  });

export const stocktakeEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["stocktakes", contract, id, "events"],
    queryFn: () => ask(api.GET(`${one}/events`, { params: row(contract, id) })),
  });

export const beginStocktake = (contract: string, body: BeginStocktake) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

export const findUnits = (contract: string, id: string, body: FindUnits) =>
  ask(api.POST(`${one}/findings`, { params: row(contract, id), body }));

export const takeBack = (contract: string, id: string, key: string) =>
  ask(api.POST(`${one}/findings/removal`, { params: row(contract, id), body: { key } }));

export const finishSite = (contract: string, id: string, site: string, done: boolean) =>
  ask(
    done
      ? api.POST(`${one}/sites/{site}/finish`, { params: { path: { contract, id, site } } })
      : api.POST(`${one}/sites/{site}/reopen`, { params: { path: { contract, id, site } } }),
  );

const versioned = (contract: string, { id, version }: Stocktake) => ({
  ...row(contract, id),
  header: versionTag(version),
});

export const closeStocktake = (contract: string, stocktake: Stocktake) =>
  ask(api.POST(`${one}/close`, { params: versioned(contract, stocktake) }));

export const reopenStocktake = (contract: string, stocktake: Stocktake, reason: string) =>
  ask(api.POST(`${one}/reopen`, { params: versioned(contract, stocktake), body: { reason } }));

export const resultUrl = (contract: string, id: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/stocktakes/${encodeURIComponent(id)}/export`;

const mostPages = 50;

/** Every device that stands at a site, or anywhere: whose labels are printed. */
export const labelledQuery = (contract: string, site: string | undefined) =>
  queryOptions({
    queryKey: ["register", contract, "labels", site],
    queryFn: async () => {
      const units: Unit[] = [];
      let cursor = "";
      for (let page = 0; page < mostPages; page++) {
        const answer = await ask(
          api.GET("/api/v1/contracts/{contract}/register", {
            params: {
              path: { contract },
              query: { limit: 200, ...(site && { site }), ...(cursor && { cursor }) },
            },
          }),
        );
        units.push(...answer.items.filter(({ use }) => use !== "retired" && use !== "planned"));
        if (!answer.next_cursor) break;
        cursor = answer.next_cursor;
      }
      return units;
    },
  });
