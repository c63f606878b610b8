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
  procedure: (contract, id) =>
    ({ to: "/contracts/$contract/procedures/$procedure", params: { contract, procedure: id } }) as Place,
  site: (contract, id) =>
    ({ to: "/contracts/$contract/sites/$site", params: { contract, site: id } }) as Place,
  worker: (contract, id) =>
    ({ to: "/contracts/$contract/people/$worker", params: { contract, worker: id } }) as Place,
  activity: (contract, id) =>
    ({ to: "/contracts/$contract/activities/$activity", params: { contract, activity: id } }) as Place,
  medium: (contract, id) =>
    ({ to: "/contracts/$contract/media/$medium", params: { contract, medium: id } }) as Place,
  loan: (contract, id) =>
    ({ to: "/contracts/$contract/loans/$loan", params: { contract, loan: id } }) as Place,
  licence: (contract, id) =>
    ({ to: "/contracts/$contract/licences/$licence", params: { contract, licence: id } }) as Place,
  incident: (contract, id) =>
    ({ to: "/contracts/$contract/incidents/$incident", params: { contract, incident: id } }) as Place,
  security_incident: (contract, id) =>
    ({
      to: "/contracts/$contract/security-incidents/$incident",
      params: { contract, incident: id },
    }) as Place,
};

export const placeOf = (contract: string, kind: string, id: string): Place =>
  places[kind]?.(contract, id) ?? ({ to: "/contracts/$contract/contract", params: { contract } } as Place);
