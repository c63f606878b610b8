import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { Month } from "../../lib/month";

const path = "/api/v1/contracts/{contract}/incident-months/{month}" as const;

export const monthQuery = (contract: string, month: Month) =>
  queryOptions({
    queryKey: ["incidents", contract, "month", month],
    queryFn: () => ask(api.GET(path, { params: { path: { contract, month } } })),
  });

const addressOf = (contract: string, month: Month): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/incident-months/${month}`;

export const monthUrl = (contract: string, month: Month): string => `${addressOf(contract, month)}/export`;
export const editionUrl = (contract: string, month: Month, edition: number): string =>
  `${addressOf(contract, month)}/editions/${edition}`;

export const reportMonth = (contract: string, month: Month, edition: number) =>
  ask(api.POST(`${path}/report`, { params: { path: { contract, month } }, body: { edition } }));
