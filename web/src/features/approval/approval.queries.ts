import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type { ApprovalDetail, ApprovalFilters, NewApproval } from "../../api/types";

const path = "/api/v1/contracts/{contract}/approvals" as const;
const pageRows = 200;

export const listQuery = (contract: string, filters: ApprovalFilters) =>
  infiniteQueryOptions({
    queryKey: ["approvals", contract, "list", filters],
    queryFn: ({ pageParam }) =>
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

export const approvalQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["approval", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const formQuery = (contract: string) =>
  queryOptions({
    queryKey: ["approval-form", contract],
    queryFn: () => ask(api.GET(`${path}/form`, { params: { path: { contract } } })),
    staleTime: 5 * 60_000,
  });

export const eventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["approval-events", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}/events`, { params: { path: { contract, id } } })),
  });

/** Requests that a permission can be for. */
export const openRequestsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["approval-requests", contract],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/work-requests", {
          params: {
            path: { contract },
            query: { status: ["requested", "in_progress", "confirming"], sort: "-number", limit: 200 },
          },
        }),
      ),
    staleTime: 60_000,
  });

function accept(client: QueryClient, contract: string, detail: ApprovalDetail): void {
  const { id } = detail.approval;
  client.setQueryData(approvalQuery(contract, id).queryKey, detail);
  void client.invalidateQueries({ queryKey: ["approvals", contract] });
  void client.invalidateQueries({ queryKey: ["approval-events", contract, id] });
}

const renew = (client: QueryClient, contract: string, { approval }: ApprovalDetail): Promise<void> =>
  client.invalidateQueries({ queryKey: ["approval", contract, approval.id] });

export function useAsk(contract: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewApproval) => ask(api.POST(path, { params: { path: { contract } }, body })),
    onSuccess: (detail) => accept(client, contract, detail),
  });
}

export interface Judgement {
  verdict: "grant" | "refuse" | "acknowledge";
  opinion: string;
  conditions: string;
}

/** Names the version and the content that were on the screen; 412 when somebody else was first. */
export function useDecide(contract: string, detail: ApprovalDetail, written: boolean) {
  const client = useQueryClient();
  return useRowMutation(
    detail.approval,
    (approval, judgement: Judgement) =>
      ask(
        api.POST(`${path}/{id}/decide`, {
          params: { path: { contract, id: approval.id }, header: versionTag(approval.version) },
          body: { ...judgement, content_sha256: approval.content_sha256 },
        }),
      ),
    {
      written,
      onSuccess: (decided) => accept(client, contract, decided),
      onConflict: () => renew(client, contract, detail),
    },
  );
}

export function useWithdraw(contract: string, detail: ApprovalDetail) {
  const client = useQueryClient();
  return useRowMutation(
    detail.approval,
    (approval, reason: string) =>
      ask(
        api.POST(`${path}/{id}/withdraw`, {
          params: { path: { contract, id: approval.id }, header: versionTag(approval.version) },
          body: { reason },
        }),
      ),
    {
      onSuccess: (withdrawn) => accept(client, contract, withdrawn),
      onConflict: () => renew(client, contract, detail),
    },
  );
}

export function exportUrl(contract: string, filters: ApprovalFilters): string {
  const query = new URLSearchParams(filters as Record<string, string>);
  return `/api/v1/contracts/${encodeURIComponent(contract)}/approvals/export?${query}`;
}

const approvers = "/api/v1/contracts/{contract}/approvers" as const;
const deputies = "/api/v1/contracts/{contract}/deputies" as const;

export const panelQuery = (contract: string) =>
  queryOptions({
    queryKey: ["approvers", contract],
    queryFn: () => ask(api.GET(approvers, { params: { path: { contract } } })),
  });

function usePanelChange<Input>(contract: string, change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["approvers", contract] });
      void client.invalidateQueries({ queryKey: ["approvals", contract] });
    },
  });
}

export const useAddApprover = (contract: string) =>
  usePanelChange(contract, (body: { kind: string; step: number; person_id: string }) =>
    ask(api.POST(approvers, { params: { path: { contract } }, body })),
  );

export const useRemoveApprover = (contract: string) =>
  usePanelChange(contract, (id: string) =>
    ask(api.DELETE(`${approvers}/{id}`, { params: { path: { contract, id } } })),
  );

export const useAddDeputy = (contract: string) =>
  usePanelChange(contract, (body: { person_id: string; deputy_id: string; first: string; last: string }) =>
    ask(api.POST(deputies, { params: { path: { contract } }, body })),
  );

export const useRemoveDeputy = (contract: string) =>
  usePanelChange(contract, (id: string) =>
    ask(api.DELETE(`${deputies}/{id}`, { params: { path: { contract, id } } })),
  );
