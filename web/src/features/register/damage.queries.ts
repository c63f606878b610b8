import { api, ask, versionTag } from "../../api/client";
import type { DamageRestoration, DamageRuling, SecurityIncident } from "../../api/types";

const one = "/api/v1/contracts/{contract}/security-incidents/{id}" as const;

export const parties = ["city", "third_party", "contractor"] as const satisfies readonly NonNullable<
  SecurityIncident["party"]
>[];
export const verdicts = [
  "confirmed",
  "insufficient",
  "not_needed",
] as const satisfies readonly DamageRuling["verdict"][];

const act = (contract: string, { id, version }: SecurityIncident) => ({
  params: { path: { contract, id }, header: versionTag(version) },
});

export const recordWrittenReport = (
  contract: string,
  row: SecurityIncident,
  body: { at: string; told_to: string; how: string; file: string },
) => ask(api.POST(`${one}/written-report`, { ...act(contract, row), body }));

export const recordRestoration = (
  contract: string,
  row: SecurityIncident,
  body: Omit<DamageRestoration, "by">,
) => ask(api.POST(`${one}/restoration`, { ...act(contract, row), body }));

export const ruleOnRestoration = (
  contract: string,
  row: SecurityIncident,
  body: { verdict: DamageRuling["verdict"]; text: string },
) => ask(api.POST(`${one}/ruling`, { ...act(contract, row), body }));
