import type { LinkProps } from "@tanstack/react-router";

type Place = Pick<LinkProps, "to" | "params">;

/** Where each kind of thing is shown. Devices have no page of their own: the contract lists them. */
const places: Readonly<Record<string, (contract: string, id: string) => Place>> = {
  work_request: (contract, id) =>
    ({ to: "/contracts/$contract/requests/$request", params: { contract, request: id } }) as Place,
  question: (contract, id) =>
    ({ to: "/contracts/$contract/questions/$question", params: { contract, question: id } }) as Place,
  approval: (contract, id) =>
    ({ to: "/contracts/$contract/approvals/$approval", params: { contract, approval: id } }) as Place,
};

export const placeOf = (contract: string, kind: string, id: string): Place =>
  places[kind]?.(contract, id) ?? ({ to: "/contracts/$contract/contract", params: { contract } } as Place);
