import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Schemas = components["schemas"];
export type Webhook = Schemas["Webhook"];
export type WebhookDelivery = Schemas["WebhookDelivery"];
export type Mail = Schemas["Mail"];
export type DeliveryState = Mail["state"];

export const mailsQuery = (unsettled: boolean) =>
  queryOptions({
    queryKey: ["mails", unsettled],
    queryFn: () => ask(api.GET("/api/v1/mails", { params: { query: { unsettled, limit: 100 } } })),
    refetchInterval: 30_000,
  });

export function useSendMailAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ contract_id, id }: Mail) =>
      ask(
        api.POST("/api/v1/mails/{contract}/{mail}/send-again", {
          params: { path: { contract: contract_id, mail: id } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["mails"] }),
  });
}

export const webhooksQuery = (contract: string) =>
  queryOptions({
    queryKey: ["webhooks", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/webhooks", { params: { path: { contract } } })),
    enabled: contract !== "",
  });

export const deliveriesQuery = (contract: string, webhook: string) =>
  queryOptions({
    queryKey: ["webhooks", contract, webhook, "deliveries"],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/webhooks/{webhook}/deliveries", {
          params: { path: { contract, webhook } },
        }),
      ),
    refetchInterval: 5_000,
  });

/** After an act everything about the webhooks of the contract is read again. */
function useRefreshing<Input, Output>(contract: string, act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ["webhooks", contract] }),
  });
}

export const useAddWebhook = (contract: string) =>
  useRefreshing(contract, (body: Schemas["CreateWebhook"]) =>
    ask(api.POST("/api/v1/contracts/{contract}/webhooks", { params: { path: { contract } }, body })),
  );

export const useEditWebhook = (contract: string) =>
  useRefreshing(contract, ({ webhook, body }: { webhook: Webhook; body: Schemas["EditWebhook"] }) =>
    ask(
      api.PATCH("/api/v1/contracts/{contract}/webhooks/{webhook}", {
        params: { path: { contract, webhook: webhook.id }, header: versionTag(webhook.version) },
        body,
      }),
    ),
  );

export const useRenewSecret = (contract: string) =>
  useRefreshing(contract, (webhook: string) =>
    ask(
      api.POST("/api/v1/contracts/{contract}/webhooks/{webhook}/secret", {
        params: { path: { contract, webhook } },
      }),
    ),
  );

export const useRemoveWebhook = (contract: string) =>
  useRefreshing(contract, (webhook: string) =>
    ask(
      api.DELETE("/api/v1/contracts/{contract}/webhooks/{webhook}", {
        params: { path: { contract, webhook } },
      }),
    ),
  );

export const useTryWebhook = (contract: string) =>
  useRefreshing(contract, (webhook: string) =>
    ask(
      api.POST("/api/v1/contracts/{contract}/webhooks/{webhook}/trial", {
        params: { path: { contract, webhook } },
      }),
    ),
  );

export const useSendDeliveryAgain = (contract: string, webhook: string) =>
  useRefreshing(contract, (delivery: string) =>
    ask(
      api.POST("/api/v1/contracts/{contract}/webhooks/{webhook}/deliveries/{delivery}/send-again", {
        params: { path: { contract, webhook, delivery } },
      }),
    ),
  );
