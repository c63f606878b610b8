import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { ArriveOnVisit, DepartFromVisit, PlanVisit, RecordVisit, Visit } from "../../api/types";
import { parseWrittenDay } from "../../lib/wareki";
import type { VisitSearch } from "./visit.search";

const visits = "/api/v1/contracts/{contract}/visits" as const;

/** What the server is asked for: days that are none are left out. */
export function askedOf({ from, until, site, worker, incident, request, plan }: VisitSearch) {
  const first = from && parseWrittenDay(from);
  const last = until && parseWrittenDay(until);
  return {
    ...(site && !plan && { site }),
    ...(worker && { worker }),
    ...(incident && !plan && { incident }),
    ...(request && !plan && { request }),
    ...(first && { from: first }),
    ...(last && { until: last }),
  };
}

const listQuery = (contract: string, shown: "open" | "past", search: VisitSearch) => {
  const asked = askedOf(search);
  return infiniteQueryOptions({
    queryKey: ["visits", contract, shown, asked],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(visits, {
          params: {
            path: { contract },
            query: { ...asked, shown, limit: 100, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
};

export const openVisitsQuery = (contract: string, search: VisitSearch) => listQuery(contract, "open", search);
export const pastVisitsQuery = (contract: string, search: VisitSearch) => listQuery(contract, "past", search);

export const visitsExport = (contract: string, search: VisitSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/visits/export?${new URLSearchParams(askedOf(search))}`;

export const visitQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["visits", contract, "one", id],
    queryFn: () => ask(api.GET(`${visits}/{id}`, { params: { path: { contract, id } } })),
  });

export const visitEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["visits", contract, "events", id],
    queryFn: () => ask(api.GET(`${visits}/{id}/events`, { params: { path: { contract, id } } })),
  });

/** The incident that a new visit is because of. */
export const causeQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "one", id],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/incidents/{id}", { params: { path: { contract, id } } })),
    enabled: id !== "",
  });

export const rosterQuery = (contract: string) =>
  queryOptions({
    queryKey: ["roster", contract, ""],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/roster", { params: { path: { contract }, query: {} } })),
  });

/** Units that stand as spares, of one class where the failed one is known. */
export const sparesQuery = (contract: string, deviceClass: string) =>
  queryOptions({
    queryKey: ["register", contract, "spares", deviceClass],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/register", {
          params: {
            path: { contract },
            query: { use: "spare", limit: 200, ...(deviceClass && { class: deviceClass }) },
          },
        }),
      ),
  });

/** The incidents follow their visits. */
export const refreshVisits = (client: QueryClient, contract: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ["visits", contract] }),
    client.invalidateQueries({ queryKey: ["incidents", contract] }),
  ]);

const one = (contract: string, { id, version }: Visit) => ({
  path: { contract, id },
  header: versionTag(version),
});

export const planVisit = (contract: string, body: PlanVisit) =>
  ask(api.POST(visits, { params: { path: { contract } }, body }));

export const changePlan = (contract: string, visit: Visit, body: PlanVisit) =>
  ask(api.PUT(`${visits}/{id}/plan`, { params: one(contract, visit), body }));

export const tickVisit = (contract: string, visit: Visit, item: string, spare: string) =>
  ask(
    api.POST(`${visits}/{id}/ticks`, {
      params: one(contract, visit),
      body: { item, spare_id: spare || null },
    }),
  );

export const untickVisit = (contract: string, visit: Visit, item: string) =>
  ask(api.POST(`${visits}/{id}/unticks`, { params: one(contract, visit), body: { item } }));

export const arriveOn = (contract: string, visit: Visit, body: ArriveOnVisit) =>
  ask(api.POST(`${visits}/{id}/arrival`, { params: one(contract, visit), body }));

export const startOn = (contract: string, visit: Visit, started_at: string) =>
  ask(api.POST(`${visits}/{id}/start`, { params: one(contract, visit), body: { started_at } }));

export const departFrom = (contract: string, visit: Visit, body: DepartFromVisit) =>
  ask(api.POST(`${visits}/{id}/departure`, { params: one(contract, visit), body }));

export const recordVisit = (contract: string, visit: Visit, body: RecordVisit) =>
  ask(api.PUT(`${visits}/{id}/record`, { params: one(contract, visit), body }));

export const callOffVisit = (contract: string, visit: Visit, reason: string) =>
  ask(api.POST(`${visits}/{id}/cancellation`, { params: one(contract, visit), body: { reason } }));
