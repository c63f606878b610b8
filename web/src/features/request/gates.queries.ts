import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type {
  SayVendors,
  StartEmergency,
  TellInstruction,
  WindowProposal,
  WorkRequest,
  WorkStart,
  WorkWindow,
} from "../../api/types";
import { refreshRow } from "./request.queries";

const one = "/api/v1/contracts/{contract}/work-requests/{id}" as const;
const window = "/api/v1/contracts/{contract}/windows/{window}" as const;

export const gatesQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["gates", contract, id],
    queryFn: () => ask(api.GET(`${one}/gates`, { params: { path: { contract, id } } })),
  });

export const windowsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["windows", contract, id],
    queryFn: () => ask(api.GET(`${one}/windows`, { params: { path: { contract, id } } })),
  });

export const routinesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["vendor-notices", contract],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/vendor-notices", { params: { path: { contract } } })),
  });

/** What a start waits for changes with everything that is done about the request. */
export function refreshGates(client: QueryClient, contract: string, id: string): void {
  for (const key of ["gates", "windows", "request-events"])
    void client.invalidateQueries({ queryKey: [key, contract, id] });
  void client.invalidateQueries({ queryKey: ["planned-windows", contract] });
  void client.invalidateQueries({ queryKey: ["approvals", contract] });
}

export type StartAct =
  | { act: "start"; started_at: string | null }
  | { act: "emergency"; body: StartEmergency }
  | { act: "take_over" }
  | { act: "decline"; reason: string };

function begin(contract: string, { id, version }: WorkRequest, act: StartAct): Promise<unknown> {
  const params = { path: { contract, id }, header: versionTag(version) };
  switch (act.act) {
    case "start":
      return ask(api.POST(`${one}/start`, { params, body: { started_at: act.started_at } }));
    case "emergency":
      return ask(api.POST(`${one}/start-emergency`, { params, body: act.body }));
    case "take_over":
      return ask(api.POST(`${one}/start-taken-over`, { params, body: {} }));
    case "decline":
      return ask(api.POST(`${one}/decline`, { params, body: { reason: act.reason } }));
  }
}

export function useBegin(contract: string, row: WorkRequest) {
  const client = useQueryClient();
  return useRowMutation(row, (opened, act: StartAct) => begin(contract, opened, act), {
    onSettled: async () => {
      refreshGates(client, contract, row.id);
      await refreshRow(client, contract, row.id).catch(() => undefined);
    },
  });
}

/** After the city did not confirm the instruction of an emergency start. */
export function useTellAgain(contract: string, start: WorkStart) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TellInstruction) =>
      ask(
        api.POST("/api/v1/contracts/{contract}/emergency-starts/{start}/instruction", {
          params: { path: { contract, start: start.id } },
          body,
        }),
      ),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ["emergency-starts", contract] });
      if (start.request_id) refreshGates(client, contract, start.request_id);
    },
  });
}

export type WindowAct =
  | { act: "propose"; body: WindowProposal }
  | { act: "counter"; window: WorkWindow; body: WindowProposal }
  | { act: "agree" | "refuse" | "withdraw"; window: WorkWindow; reason: string }
  | { act: "permit"; window: WorkWindow; kind: string; reason: string };

function send(contract: string, id: string, act: WindowAct): Promise<unknown> {
  if (act.act === "propose")
    return ask(api.POST(`${one}/windows`, { params: { path: { contract, id } }, body: act.body }));
  const path = { contract, window: act.window.id };
  const params = { path, header: versionTag(act.window.version) };
  switch (act.act) {
    case "counter":
      return ask(api.POST(`${window}/counter`, { params: { path }, body: act.body }));
    case "agree":
      return ask(api.POST(`${window}/agree`, { params, body: { reason: act.reason } }));
    case "refuse":
      return ask(api.POST(`${window}/refuse`, { params, body: { reason: act.reason } }));
    case "withdraw":
      return ask(api.POST(`${window}/withdraw`, { params, body: { reason: act.reason } }));
    case "permit":
      return ask(
        api.POST(`${window}/permits`, { params: { path }, body: { kind: act.kind, reason: act.reason } }),
      );
  }
}

export function useWindowAct(contract: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: WindowAct) => send(contract, id, act),
    onSettled: () => refreshGates(client, contract, id),
  });
}

export function useSayVendors(contract: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SayVendors) =>
      ask(
        api.POST("/api/v1/contracts/{contract}/vendor-notices", {
          params: { path: { contract } },
          body: { ...body, request_id: id },
        }),
      ),
    onSuccess: () => refreshGates(client, contract, id),
  });
}
