import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { sitesQuery } from "../../api/contract";
import type {
  ChangeSite,
  OpenSite,
  SiteContact,
  SiteHeadingChoice,
  SiteLayout,
  SiteList,
  SitePage,
  TurnSite,
  Unit,
  WriteSiteContact,
  WriteSiteLayout,
} from "../../api/types";
import { upload } from "../../api/upload";

const all = "/api/v1/contracts/{contract}/site-register" as const;
const one = "/api/v1/contracts/{contract}/sites/{site}" as const;

const at = (contract: string, site: string) => ({ path: { contract, site } });
const day = (on: string | undefined) => ({ query: { ...(on && { on }) } });

export const siteRegisterQuery = (contract: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["site", contract, "register", on],
    queryFn: () => ask(api.GET(all, { params: { path: { contract }, ...day(on) } })),
  });

export const siteQuery = (contract: string, site: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["site", contract, site, "page", on],
    queryFn: () => ask(api.GET(one, { params: { ...at(contract, site), ...day(on) } })),
  });

export const siteWorkQuery = (contract: string, site: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["site", contract, site, "work", on],
    queryFn: () => ask(api.GET(`${one}/work`, { params: { ...at(contract, site), ...day(on) } })),
  });

export const siteEventsQuery = (contract: string, site: string) =>
  queryOptions({
    queryKey: ["site", contract, site, "events"],
    queryFn: () => ask(api.GET(`${one}/events`, { params: at(contract, site) })),
  });

/** At most this many devices are listed on the page of a site; the register shows the others. */
export const mostListed = 200;

export const siteUnitsQuery = (contract: string, site: string, on: string | undefined) =>
  queryOptions({
    queryKey: ["register", contract, "site", site, on],
    queryFn: async (): Promise<{ items: Unit[]; more: boolean }> => {
      const answer = await ask(
        api.GET("/api/v1/contracts/{contract}/register", {
          params: { path: { contract }, query: { site, limit: mostListed, ...(on && { on }) } },
        }),
      );
      return { items: answer.items, more: Boolean(answer.next_cursor) };
    },
  });

/** Sites stand in lists of choices and beside devices as well. */
export const refreshSites = (client: QueryClient, contract: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ["site", contract] }),
    client.invalidateQueries({ queryKey: ["register", contract] }),
    client.invalidateQueries({ queryKey: sitesQuery(contract).queryKey }),
  ]);

export const openSite = (contract: string, body: OpenSite) =>
  ask(api.POST(all, { params: { path: { contract } }, body }));

const versioned = (contract: string, { id, version }: Pick<SitePage, "id" | "version">) => ({
  ...at(contract, id),
  header: versionTag(version),
});

export const changeSite = (contract: string, site: SitePage, body: ChangeSite) =>
  ask(api.POST(`${one}/facts`, { params: versioned(contract, site), body }));

export const closeSite = (contract: string, site: SitePage, body: TurnSite) =>
  ask(api.POST(`${one}/close`, { params: versioned(contract, site), body }));

export const reopenSite = (contract: string, site: SitePage, body: TurnSite) =>
  ask(api.POST(`${one}/reopen`, { params: versioned(contract, site), body }));

export const addContact = (contract: string, site: string, body: WriteSiteContact) =>
  ask(api.POST(`${one}/contacts`, { params: at(contract, site), body }));

export const changeContact = (contract: string, site: string, row: SiteContact, body: WriteSiteContact) =>
  ask(
    api.PUT(`${one}/contacts/{contact}`, {
      params: { path: { contract, site, contact: row.id }, header: versionTag(row.version) },
      body,
    }),
  );

export const writeLayout = (contract: string, site: string, version: number, body: WriteSiteLayout) =>
  ask(api.PUT(`${one}/layout`, { params: { ...at(contract, site), header: versionTag(version) }, body }));

export const planUrl = (contract: string, site: string, floor: string, plan: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/sites/${encodeURIComponent(site)}/floors/${encodeURIComponent(floor)}/plan?of=${encodeURIComponent(plan)}`;

interface PlanOf {
  site: string;
  floor: string;
  version: number;
}

export const putPlan = (contract: string, { site, floor, version }: PlanOf, file: File) =>
  upload<SiteLayout>(
    `/api/v1/contracts/${encodeURIComponent(contract)}/sites/${encodeURIComponent(site)}/floors/${encodeURIComponent(floor)}/plan`,
    file,
    () => undefined,
    { headers: versionTag(version) },
  );

export const removePlan = (contract: string, { site, floor, version }: PlanOf) =>
  ask(
    api.DELETE(`${one}/floors/{floor}/plan`, {
      params: { path: { contract, site, floor }, header: versionTag(version) },
    }),
  );

export const sitesUrl = (contract: string, on: string | undefined): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/site-register/export${on ? `?on=${on}` : ""}`;

/** A list of sites: what it would change, or, with the preview that was seen, saved. */
export const sendSites = (
  contract: string,
  file: File,
  query: { on: string; preview?: string; reason?: string; skip_refused?: string },
  onProgress: (part: number) => void = () => undefined,
) =>
  upload<SiteList>(
    `/api/v1/contracts/${encodeURIComponent(contract)}/site-register/lists`,
    file,
    onProgress,
    { query },
  );

export const rememberHeadings = (contract: string, headings: SiteHeadingChoice[]) =>
  ask(api.PUT(`${all}/headings`, { params: { path: { contract } }, body: { headings } }));
