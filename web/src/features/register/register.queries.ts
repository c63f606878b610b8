import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api, ask } from "../../api/client";
import type { Attachment, HistoryEvent } from "../../api/types";
import { upload } from "../../api/upload";

export const pageRows = 200;
/** Rows that a register loads by itself; beyond that people filter. */
const mostRows = 4000;

interface RowPage<Row> {
  items: Row[];
  next_cursor?: string | null;
}

export const pagesQuery = <Row>(key: readonly unknown[], load: (cursor: string) => Promise<RowPage<Row>>) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: "",
    getNextPageParam: (last: RowPage<Row>) => last.next_cursor ?? undefined,
  });

/** The rows of a register; the pages behind the first one follow by themselves up to a bound. */
export function useRows<Row>(query: ReturnType<typeof pagesQuery<Row>>) {
  const list = useInfiniteQuery({ ...query, placeholderData: (before) => before });
  const { data, hasNextPage, isFetching, fetchNextPage, isError } = list;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const goesOn = hasNextPage && rows.length < mostRows;
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage();
  }, [goesOn, isFetching, isError, fetchNextPage]);
  return { rows, complete: !goesOn, list };
}

/** The rows that have a timeline and, but for media and units, files. */
export type RegisterKind =
  | "media"
  | "loans"
  | "licences"
  | "security-incidents"
  | "activities"
  | "register"
  | "repairs"
  | "installations";

/** The pages of a register and of one of its rows. */
export const listPage = (contract: string, kind: RegisterKind): string =>
  `/contracts/${encodeURIComponent(contract)}/${kind}`;
export const rowPage = (contract: string, kind: RegisterKind, id: string): string =>
  `${listPage(contract, kind)}/${encodeURIComponent(id)}`;

export type FilesKind = Exclude<RegisterKind, "media" | "register">;

const path = "/api/v1/contracts/{contract}" as const;
const row = (contract: string, id: string) => ({ params: { path: { contract, id } } });

function eventsOf(contract: string, kind: RegisterKind, id: string): Promise<{ items: HistoryEvent[] }> {
  if (kind === "media") return ask(api.GET(`${path}/media/{id}/events`, row(contract, id)));
  if (kind === "loans") return ask(api.GET(`${path}/loans/{id}/events`, row(contract, id)));
  if (kind === "licences") return ask(api.GET(`${path}/licences/{id}/events`, row(contract, id)));
  if (kind === "register") return ask(api.GET(`${path}/register/{id}/events`, row(contract, id)));
  if (kind === "activities") return ask(api.GET(`${path}/activities/{id}/events`, row(contract, id)));
  if (kind === "repairs") return ask(api.GET(`${path}/repairs/{id}/events`, row(contract, id)));
  if (kind === "installations") return ask(api.GET(`${path}/installations/{id}/events`, row(contract, id)));
  return ask(api.GET(`${path}/security-incidents/{id}/events`, row(contract, id)));
}

function filesOf(contract: string, kind: FilesKind, id: string): Promise<{ items: Attachment[] }> {
  if (kind === "loans") return ask(api.GET(`${path}/loans/{id}/attachments`, row(contract, id)));
  if (kind === "licences") return ask(api.GET(`${path}/licences/{id}/attachments`, row(contract, id)));
  if (kind === "activities") return ask(api.GET(`${path}/activities/{id}/attachments`, row(contract, id)));
  if (kind === "repairs") return ask(api.GET(`${path}/repairs/{id}/attachments`, row(contract, id)));
  if (kind === "installations")
    return ask(api.GET(`${path}/installations/{id}/attachments`, row(contract, id)));
  return ask(api.GET(`${path}/security-incidents/{id}/attachments`, row(contract, id)));
}

export const eventsQuery = (contract: string, kind: RegisterKind, id: string) =>
  queryOptions({
    queryKey: ["register-events", contract, kind, id],
    queryFn: () => eventsOf(contract, kind, id),
  });

export const filesQuery = (contract: string, kind: FilesKind, id: string) =>
  queryOptions({
    queryKey: ["register-files", contract, kind, id],
    queryFn: () => filesOf(contract, kind, id),
  });

export const addressOf = (contract: string, kind: RegisterKind, id: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/${kind}/${encodeURIComponent(id)}`;

export function useAttach(contract: string, kind: FilesKind, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      upload<Attachment>(`${addressOf(contract, kind, id)}/attachments`, file, () => undefined),
    onSuccess: () => refreshRegister(client, contract, kind, id),
  });
}

/** After something was recorded: the row, its register and what happened to it are asked for again. */
export async function refreshRegister(
  client: QueryClient,
  contract: string,
  kind: RegisterKind,
  id: string,
): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: [kind, contract] }),
    client.invalidateQueries({ queryKey: ["register", contract, kind, id] }),
    client.invalidateQueries({ queryKey: ["register-events", contract, kind, id] }),
    client.invalidateQueries({ queryKey: ["register-files", contract, kind, id] }),
  ]);
}
