import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  CheckImprovement,
  ConcludeImprovement,
  DecideImprovement,
  Improvement,
  ImprovementPlan,
  ProposeImprovement,
  StartImprovement,
} from "../../api/types";
import { askedGround, type DraftSearch, type ImprovementSearch } from "./improvement.search";

const path = "/api/v1/contracts/{contract}/improvements" as const;

export const improvementsQuery = (contract: string, { all }: ImprovementSearch) =>
  infiniteQueryOptions({
    queryKey: ["improvements", contract, "list", all ?? false],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(path, {
          params: {
            path: { contract },
            query: { limit: 100, ...(!all && { open: true }), ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });

export const improvementQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["improvements", contract, "one", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const improvementEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["improvements", contract, "events", id],
    queryFn: () => ask(api.GET(`${path}/{id}/events`, { params: { path: { contract, id } } })),
  });

export const draftQuery = (contract: string, search: DraftSearch) => {
  const query = askedGround(search);
  return queryOptions({
    queryKey: ["improvements", contract, "draft", query],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/improvement-draft", { params: { path: { contract }, query } }),
      ),
    // What is typed over it must not be changed by another answer.
    staleTime: Number.POSITIVE_INFINITY,
  });
};

export const improvementsExport = (contract: string, { all }: ImprovementSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/improvements/export${all ? "" : "?open=true"}`;

export const refreshImprovements = (client: QueryClient, contract: string) =>
  client.invalidateQueries({ queryKey: ["improvements", contract] });

export const proposeImprovement = (contract: string, body: ProposeImprovement) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

const one = (contract: string, { id, version }: Improvement) => ({
  path: { contract, id },
  header: versionTag(version),
});

export const reviseImprovement = (contract: string, row: Improvement, body: ImprovementPlan) =>
  ask(api.PUT(`${path}/{id}`, { params: one(contract, row), body }));

export const decideImprovement = (contract: string, row: Improvement, body: DecideImprovement) =>
  ask(api.POST(`${path}/{id}/decision`, { params: one(contract, row), body }));

export const startImprovement = (contract: string, row: Improvement, body: StartImprovement) =>
  ask(api.POST(`${path}/{id}/start`, { params: one(contract, row), body }));

export const checkImprovement = (contract: string, row: Improvement, body: CheckImprovement) =>
  ask(api.POST(`${path}/{id}/check`, { params: one(contract, row), body }));

export const concludeImprovement = (contract: string, row: Improvement, body: ConcludeImprovement) =>
  ask(api.POST(`${path}/{id}/conclusion`, { params: one(contract, row), body }));

export const withdrawImprovement = (contract: string, row: Improvement, reason: string) =>
  ask(api.POST(`${path}/{id}/withdrawal`, { params: one(contract, row), body: { reason } }));
