import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  AddressUnit,
  DetailUnit,
  PlanRenewal,
  RecordPart,
  RenewUnit,
  RenewUnits,
  SiteRange,
  UnitFacts,
  UnitPart,
} from "../../api/types";

const path = "/api/v1/contracts/{contract}/register" as const;

export const factsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "register", id, "facts"],
    queryFn: () => ask(api.GET(`${path}/{id}/facts`, { params: { path: { contract, id } } })),
  });

export const putFacts = (contract: string, id: string, { version }: UnitFacts, body: DetailUnit) =>
  ask(
    api.PUT(`${path}/{id}/facts`, { params: { path: { contract, id }, header: versionTag(version) }, body }),
  );

export const giveAddress = (contract: string, id: string, body: AddressUnit) =>
  ask(api.POST(`${path}/{id}/addresses`, { params: { path: { contract, id } }, body }));

export const addPart = (contract: string, id: string, body: RecordPart) =>
  ask(api.POST(`${path}/{id}/parts`, { params: { path: { contract, id } }, body }));

export const changePart = (contract: string, id: string, part: UnitPart, body: RecordPart) =>
  ask(
    api.PUT(`${path}/{id}/parts/{part}`, {
      params: { path: { contract, id, part: part.id }, header: versionTag(part.version) },
      body,
    }),
  );

export const renewUnit = (contract: string, id: string, body: RenewUnit) =>
  ask(api.POST(`${path}/{id}/renewals`, { params: { path: { contract, id } }, body }));

export interface RenewalAsked {
  on?: string | undefined;
  generation?: string | undefined;
  site?: string | undefined;
}

export const renewalsQuery = (contract: string, { on, generation, site }: RenewalAsked) =>
  queryOptions({
    queryKey: ["register", contract, "renewals", on, generation, site],
    queryFn: () =>
      ask(
        api.GET(`${path}/renewals`, {
          params: {
            path: { contract },
            query: { ...(on && { on }), ...(generation && { generation }), ...(site && { site }) },
          },
        }),
      ),
  });

export const planRenewal = (contract: string, body: PlanRenewal) =>
  ask(api.POST(`${path}/renewals/plans`, { params: { path: { contract } }, body }));

export const renewUnits = (contract: string, body: RenewUnits) =>
  ask(api.POST(`${path}/renewals/done`, { params: { path: { contract } }, body }));

export const rangesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "ranges"],
    queryFn: () => ask(api.GET(`${path}/site-ranges`, { params: { path: { contract } } })),
  });

export const giveRange = (contract: string, { site_id, version }: SiteRange, addresses: string) =>
  ask(
    api.PUT(`${path}/site-ranges/{site}`, {
      params: { path: { contract, site: site_id }, header: versionTag(version) },
      body: { addresses },
    }),
  );
