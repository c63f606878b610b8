import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { LendSpares, LendThing, Loan } from "../../api/types";
import { pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/loans" as const;

export const loanKinds = [
  "ic_card",
  "key",
  "user_id",
  "document",
  "manual",
  "device",
  "medium",
  "other",
] as const;
export const loanShown = ["open", "lent", "out", "lost", "returned", "all"] as const;

const filtersOf = ({ q, state, kind }: RegisterSearch) => ({
  ...(q && { q }),
  state: known(state, loanShown) ?? ("open" as const),
  ...(known(kind, loanKinds) && { kind: known(kind, loanKinds) }),
});

export const loansQuery = (contract: string, search: RegisterSearch) =>
  pagesQuery<Loan>(["loans", contract, search.q, search.state, search.kind], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: { ...filtersOf(search), limit: pageRows, ...(cursor && { cursor }) },
        },
      }),
    ),
  );

export const exportUrl = (contract: string, search: RegisterSearch): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/loans/export?${new URLSearchParams(
    Object.entries(filtersOf(search)) as [string, string][],
  )}`;

export const loanQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "loans", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

/** The unit or the medium whose loans are asked for. */
export type LoanSubject = { device: string } | { medium: string };

/** The loans of a unit or a medium, also those that are back. */
export const loansOfQuery = (contract: string, of: LoanSubject) =>
  queryOptions({
    queryKey: ["loans", contract, "of", of],
    queryFn: () =>
      ask(api.GET(path, { params: { path: { contract }, query: { ...of, state: "all", limit: 50 } } })),
  });

export const lendThing = (contract: string, body: LendThing) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

/** The spares of the register that no open loan leads to. */
export const unlentSparesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["loans", contract, "spares"],
    queryFn: () => ask(api.GET(`${path}/spares`, { params: { path: { contract } } })),
  });

export const lendSpares = (contract: string, body: LendSpares) =>
  ask(api.POST(`${path}/spares`, { params: { path: { contract } }, body }));

export const correctLoan = (
  contract: string,
  { id, version }: Loan,
  body: {
    title: string;
    lent_by: string;
    lent_to: string;
    storage_place: string;
    due_back: string | null;
    device_id: string | null;
    medium_id: string | null;
    note: string;
  },
) =>
  ask(
    api.PATCH(`${path}/{id}`, {
      params: { path: { contract, id }, header: versionTag(version) },
      body,
    }),
  );

export const recordAct = (
  contract: string,
  { id, version }: Loan,
  body: {
    act: Loan["acts"][number];
    on: string;
    person: string;
    place: string;
    in_order: boolean | null;
    request_id: string | null;
    note: string;
  },
) =>
  ask(
    api.POST(`${path}/{id}/acts`, {
      params: { path: { contract, id }, header: versionTag(version) },
      body,
    }),
  );
