import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type {
  ChangedWorkRequests,
  CreateWorkRequest,
  EditWorkRequest,
  WorkRequest,
  WorkRequestFilters,
} from "../../api/types";

const pageRows = 500;
/** Rows that the list loads by itself; beyond that people filter. */
export const mostRows = 5000;

const path = "/api/v1/contracts/{contract}/work-requests" as const;

interface RequestPage {
  items: WorkRequest[];
  next_cursor?: string | null;
  total?: number | null;
}

const listQuery = (contract: string, filters: WorkRequestFilters) =>
  infiniteQueryOptions({
    queryKey: ["requests", contract, filters],
    queryFn: ({ pageParam }): Promise<RequestPage> =>
      ask(
        api.GET(path, {
          params: {
            path: { contract },
            query: { ...filters, limit: pageRows, ...(pageParam ? { cursor: pageParam } : { total: true }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchOnWindowFocus: false,
  });

/** The rows of the list; the pages behind the first one follow by themselves up to a bound. */
export function useRequestList(contract: string, filters: WorkRequestFilters) {
  const list = useInfiniteQuery({ ...listQuery(contract, filters), placeholderData: (before) => before });
  const { data, hasNextPage, isFetching, fetchNextPage, isError } = list;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const goesOn = hasNextPage && rows.length < mostRows;
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage();
  }, [goesOn, isFetching, isError, fetchNextPage]);
  return { rows, total: data?.pages[0]?.total ?? rows.length, complete: !hasNextPage, loading: goesOn, list };
}

export const requestQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["request", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const eventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["request-events", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}/events`, { params: { path: { contract, id } } })),
  });

/** What was recorded of the work: procedures, days and people for the result. */
export const executionQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["execution", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}/execution`, { params: { path: { contract, id } } })),
    staleTime: 0,
  });

/** Puts a row that the server just returned everywhere it is shown. */
export function acceptRow(client: QueryClient, contract: string, row: WorkRequest): void {
  client.setQueryData(requestQuery(contract, row.id).queryKey, row);
  client.setQueriesData<InfiniteData<RequestPage>>(
    { queryKey: ["requests", contract] },
    (data) => data && { ...data, pages: data.pages.map((page) => withRow(page, row)) },
  );
  void client.invalidateQueries({ queryKey: ["request-events", contract, row.id] });
  void client.invalidateQueries({ queryKey: ["today", contract] });
  void client.invalidateQueries({ queryKey: ["quotas", contract] });
}

function withRow(page: RequestPage, row: WorkRequest): RequestPage {
  if (!page.items.some(({ id }) => id === row.id)) return page;
  return { ...page, items: page.items.map((each) => (each.id === row.id ? row : each)) };
}

export async function refreshRow(client: QueryClient, contract: string, id: string): Promise<WorkRequest> {
  const row = await client.fetchQuery({ ...requestQuery(contract, id), staleTime: 0 });
  acceptRow(client, contract, row);
  return row;
}

export function useCreateRequest(contract: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateWorkRequest) => ask(api.POST(path, { params: { path: { contract } }, body })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["requests", contract] });
      void client.invalidateQueries({ queryKey: ["today", contract] });
      void client.invalidateQueries({ queryKey: ["quotas", contract] });
    },
  });
}

export type RequestAct =
  | { act: "edit"; body: EditWorkRequest }
  | { act: "accept"; body: { planned_hours: number; contractor_person: string; received_on: string } }
  | {
      act: "result";
      body: {
        result: string;
        procedure_followed: string;
        performed_on: string | null;
        performed_until: string | null;
        performed_by: string;
        actual_hours: number | null;
      };
    }
  | { act: "sign" }
  | { act: "return"; body: { reason: string } };

function send(contract: string, { id, version }: WorkRequest, act: RequestAct): Promise<WorkRequest> {
  const params = { path: { contract, id }, header: versionTag(version) };
  switch (act.act) {
    case "edit":
      return ask(api.PATCH(`${path}/{id}`, { params, body: act.body }));
    case "accept":
      return ask(api.POST(`${path}/{id}/accept`, { params, body: act.body }));
    case "result":
      return ask(api.POST(`${path}/{id}/result`, { params, body: act.body }));
    case "sign":
      return ask(api.POST(`${path}/{id}/sign`, { params, body: {} }));
    case "return":
      return ask(api.POST(`${path}/{id}/return`, { params, body: act.body }));
  }
}

/** Everything that moves a request along; refuses by 412 when somebody else was first. */
export function useRequestAct(contract: string, row: WorkRequest) {
  const client = useQueryClient();
  return useRowMutation(row, (opened, act: RequestAct) => send(contract, opened, act), {
    onSuccess: (changed) => acceptRow(client, contract, changed),
    onConflict: () => refreshRow(client, contract, row.id).catch(() => undefined),
  });
}

export function useAddComment(contract: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      ask(api.POST(`${path}/{id}/comments`, { params: { path: { contract, id } }, body: { text } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["request-events", contract, id] }),
  });
}

export interface CellText {
  row: WorkRequest;
  column: string;
  text: string;
}

/** Cells as people write them, checked (dry run) or saved; the server reads days and hours out of the texts. */
export function sendCells(
  contract: string,
  cells: readonly CellText[],
  dryRun: boolean,
): Promise<ChangedWorkRequests> {
  const byRow = new Map<string, { id: string; version: number; fields: Record<string, string> }>();
  for (const { row, column, text } of cells) {
    const change = byRow.get(row.id) ?? { id: row.id, version: row.version, fields: {} };
    change.fields[column] = text;
    byRow.set(row.id, change);
  }
  return ask(
    api.POST(`${path}/changes`, {
      params: { path: { contract } },
      body: { changes: [...byRow.values()], reason: "", dry_run: dryRun },
    }),
  );
}

export function formUrl(contract: string, id: string): string {
  return `/api/v1/contracts/${encodeURIComponent(contract)}/work-requests/${encodeURIComponent(id)}/form`;
}

export function exportUrl(
  contract: string,
  layout: string,
  format: string,
  filters: WorkRequestFilters,
): string {
  const query = new URLSearchParams({ layout, format, ...(filters as Record<string, string>) });
  return `/api/v1/contracts/${encodeURIComponent(contract)}/work-requests/export?${query}`;
}
