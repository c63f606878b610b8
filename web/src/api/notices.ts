import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "./client";
import type { components } from "./schema.gen";

export type Notice = components["schemas"]["Notice"];

/** How many notices somebody has not read yet; asked again every half minute and when the window comes back. */
export const unreadQuery = (contract: string) =>
  queryOptions({
    queryKey: ["notices", contract, "unread"],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/notices/unread", { params: { path: { contract } } })),
    enabled: contract !== "",
    refetchInterval: 30_000,
    refetchOnWindowFocus: true,
  });

/** Marks some as read, or everything up to a number. */
export function useMarkRead(contract: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { sequences?: number[]; until?: number }) =>
      ask(api.POST("/api/v1/contracts/{contract}/notices/read", { params: { path: { contract } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ["notices", contract] }),
  });
}
