import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Message } from "../lib/i18n";
import { type DayStyle, dayStyle } from "../lib/wareki";
import { api, ask } from "./client";
import { today } from "./session";
import type { Contract, ContractSummary, WorkRequestStatus } from "./types";

export const contractsQuery = queryOptions({
  queryKey: ["contracts"],
  queryFn: () => ask(api.GET("/api/v1/contracts")),
  staleTime: 5 * 60_000,
});

/** Those one takes part in; the administrator is told the names of all. */
export const ownContracts = ({ items }: { items: ContractSummary[] }): ContractSummary[] =>
  items.filter(({ roles }) => roles.length > 0);

export const contractQuery = (contract: string) =>
  queryOptions({
    queryKey: ["contract", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}", { params: { path: { contract } } })),
    staleTime: 5 * 60_000,
  });

export const sitesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["sites", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/sites", { params: { path: { contract } } })),
    staleTime: 5 * 60_000,
  });

export const devicesQuery = (contract: string, site: string) =>
  queryOptions({
    queryKey: ["devices", contract, site],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/devices", { params: { path: { contract }, query: { site } } }),
      ),
    staleTime: 5 * 60_000,
    enabled: site !== "",
  });

/** The contract of the address; only used below `/contracts/$contract`. */
export function useContractId(): string {
  const { contract } = useParams({ strict: false });
  return contract ?? "";
}

export function useContract(): Contract {
  return useSuspenseQuery(contractQuery(useContractId())).data;
}

/** How the contract of the address writes days in its ledgers. */
/** Today, or the day of the contract that is nearest to it: what is recorded of a contract happened within it. */
export function useContractDay(): string {
  const { starts_on, ends_on } = useContract();
  const day = today();
  return day < starts_on ? starts_on : day > ends_on ? ends_on : day;
}

export const useDayStyle = (): DayStyle => dayStyle(useContract().date_style);

export const statuses: readonly WorkRequestStatus[] = ["requested", "in_progress", "confirming", "done"];

/** The state of a request in the contract's own word. */
export const statusWord = (contract: Contract, status: WorkRequestStatus): Message =>
  contract.status_labels[status] ?? { ja: status, en: status };
