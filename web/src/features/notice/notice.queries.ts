import { infiniteQueryOptions, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type { components } from "../../api/schema.gen";

type Schemas = components["schemas"];
export type Choices = Schemas["NoticeChoices"];
export type Way = Choices["ways"][number]["way"];

export const noticesQuery = (contract: string, unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ["notices", contract, "list", unread],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/contracts/{contract}/notices", {
          params: {
            path: { contract },
            query: { unread, limit: 50, ...(pageParam !== undefined && { before: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 60_000,
  });

export const choicesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["notice-choices", contract],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/notices/choices", { params: { path: { contract } } })),
  });

export function useSaveChoices(contract: string, choices: Choices, written: boolean) {
  const client = useQueryClient();
  return useRowMutation(
    choices,
    ({ version }, body: Schemas["ChangeNoticeChoices"]) =>
      ask(
        api.PUT("/api/v1/contracts/{contract}/notices/choices", {
          params: { path: { contract }, header: versionTag(version) },
          body,
        }),
      ),
    {
      written,
      onSettled: () => client.invalidateQueries({ queryKey: ["notice-choices", contract] }),
    },
  );
}
