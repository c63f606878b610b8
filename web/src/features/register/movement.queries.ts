import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { Movement } from "../../api/types";
import { dayWritten, type MovementSearch } from "./movement.search";
import { pageRows, pagesQuery } from "./register.queries";
import { known } from "./register.search";

const path = "/api/v1/contracts/{contract}/register/movements" as const;

export const timings = ["all", "planned", "after_plan", "entered_later"] as const;
export const allCauses = [
  "installation",
  "removal",
  "relocation",
  "exchange",
  "repair",
  "renewal",
  "change_of_use",
  "correction",
] as const satisfies readonly Movement["cause"][];

export function movementFilters({ q, site, class: kind, by, unit, ...search }: MovementSearch) {
  const from = dayWritten(search.from);
  const to = dayWritten(search.to);
  const timing = known(search.timing, timings);
  const cause = known(search.cause, allCauses);
  return {
    ...(q && { q }),
    ...(from && { from }),
    ...(to && { to }),
    ...(timing && { timing }),
    ...(site && { site }),
    ...(kind && { class: kind }),
    ...(cause && { cause }),
    ...(by && { entered_by: by }),
    ...(unit && { device: unit }),
  };
}

export const movementsQuery = (contract: string, search: MovementSearch) =>
  pagesQuery<Movement>(["register", contract, "movements", movementFilters(search)], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: { ...movementFilters(search), limit: pageRows, ...(cursor && { cursor }) },
        },
      }),
    ),
  );

/** Who entered movements. */
export const moversQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "movements", "people"],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query: { limit: 1 } } })),
    select: ({ people }) => people,
  });

export const movementsUrl = (contract: string, search: MovementSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/register/movements/export?${new URLSearchParams(movementFilters(search))}`;
