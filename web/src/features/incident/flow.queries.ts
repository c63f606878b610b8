import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { Incident, SwapIncidentUnits, TakeIncidentStep } from "../../api/types";

const path = "/api/v1/contracts/{contract}/incidents/{id}" as const;

const one = (contract: string, { id, version }: Incident) => ({
  path: { contract, id },
  header: versionTag(version),
});

/** The spares of the model of an incident's unit, on a day. */
export const incidentSparesQuery = (contract: string, id: string, on: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "spares", id, on],
    queryFn: () => ask(api.GET(`${path}/spares`, { params: { path: { contract, id }, query: { on } } })),
    enabled: on !== "",
  });

export const chooseBranch = (
  contract: string,
  incident: Incident,
  body: { branch: string; reason: string },
) => ask(api.PUT(`${path}/branch`, { params: one(contract, incident), body }));

export const takeStep = (contract: string, incident: Incident, body: TakeIncidentStep) =>
  ask(api.POST(`${path}/steps`, { params: one(contract, incident), body }));

export const takeStepBack = (contract: string, incident: Incident, entry: string, reason: string) => {
  const { path: where, header } = one(contract, incident);
  return ask(
    api.POST(`${path}/steps/{entry}/take-back`, {
      params: { path: { ...where, entry }, header },
      body: { reason },
    }),
  );
};

export const swapUnits = (contract: string, incident: Incident, body: SwapIncidentUnits) =>
  ask(api.POST(`${path}/swap`, { params: one(contract, incident), body }));
