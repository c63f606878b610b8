import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  CorrectIncident,
  Incident,
  OpenIncident,
  RecordIncidentEntry,
  RuleIncidentSeverity,
  WriteIncidentOutcome,
} from "../../api/types";
import type { IncidentSearch } from "./incident.search";

const path = "/api/v1/contracts/{contract}/incidents" as const;

export const incidentStates = [
  "reported",
  "handed_over",
  "contacted",
  "on_site",
  "restored",
  "checked",
  "closed",
  "filtered",
] as const satisfies readonly Incident["state"][];
export const incidentsShown = ["open", ...incidentStates, "all"] as const;

const askedOf = ({ q, state, site }: IncidentSearch) => ({
  ...(q && { q }),
  ...(site && { site }),
  state: incidentsShown.find((each) => each === state) ?? ("open" as const),
});

export const incidentsQuery = (contract: string, search: IncidentSearch) => {
  const asked = askedOf(search);
  return infiniteQueryOptions({
    queryKey: ["incidents", contract, "list", asked],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(path, {
          params: {
            path: { contract },
            query: { ...asked, limit: 100, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });
};

/** The directory of the makers for the unit of an incident, or for its class where no unit is known. */
export const desksQuery = (contract: string, { device_id, class: deviceClass }: Incident) => {
  const query = device_id ? { device: device_id } : { class: deviceClass };
  return queryOptions({
    queryKey: ["desks", contract, "of", query],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/desks", { params: { path: { contract }, query } })),
  });
};

/** Whom to call today at the site of an incident. */
export const siteContactsQuery = (contract: string, site: string) =>
  queryOptions({
    queryKey: ["sites", contract, "contacts", site],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/sites/{site}/contacts", {
          params: { path: { contract, site } },
        }),
      ),
  });

/** Accidents, damage and security incidents that came of a fault. */
export const accidentsQuery = (contract: string, incident: string) =>
  queryOptions({
    queryKey: ["security-incidents", contract, "of", incident],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/security-incidents", {
          params: { path: { contract }, query: { incident, limit: 50 } },
        }),
      ),
  });

export const incidentQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "one", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const evidenceQuery = (contract: string, id: string, level: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "evidence", id, level],
    queryFn: () =>
      ask(api.GET(`${path}/{id}/evidence/{level}`, { params: { path: { contract, id, level } } })),
  });

export const mailQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "mail", id],
    queryFn: () => ask(api.GET(`${path}/{id}/report/mail`, { params: { path: { contract, id } } })),
  });

const addressOf = (contract: string, id: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/incidents/${encodeURIComponent(id)}`;

export const reportUrl = (contract: string, id: string): string => `${addressOf(contract, id)}/report`;
export const evidenceUrl = (contract: string, id: string, level: string): string =>
  `${addressOf(contract, id)}/evidence/${encodeURIComponent(level)}/document`;

export const eventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "events", id],
    queryFn: () => ask(api.GET(`${path}/{id}/events`, { params: { path: { contract, id } } })),
  });

/** What the contract's support window says about a fault of such a class and severity, told of at that moment. */
export const supportWindowQuery = (
  contract: string,
  { class: kind, severity, site_id }: Pick<Incident, "class" | "severity" | "site_id">,
  at: string,
) =>
  queryOptions({
    queryKey: ["incidents", contract, "window", kind, severity, site_id, at],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/support-windows", {
          params: {
            path: { contract },
            query: { class: kind, severity, at, ...(site_id && { site: site_id }) },
          },
        }),
      ),
    enabled: kind !== "",
  });

/** Units at which something may have failed, by words and site. */
export const unitsQuery = (contract: string, site: string, words: string) =>
  queryOptions({
    queryKey: ["incidents", contract, "units", site, words],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/register", {
          params: {
            path: { contract },
            query: { ...(site && { site }), ...(words && { q: words }), limit: 50 },
          },
        }),
      ),
    enabled: site !== "" || words.trim() !== "",
  });

export const refreshIncidents = (client: QueryClient, contract: string) =>
  client.invalidateQueries({ queryKey: ["incidents", contract] });

export const openIncident = (contract: string, body: OpenIncident) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

const one = (contract: string, { id, version }: Incident) => ({
  path: { contract, id },
  header: versionTag(version),
});

export const recordEntry = (contract: string, incident: Incident, body: RecordIncidentEntry) =>
  ask(api.POST(`${path}/{id}/entries`, { params: one(contract, incident), body }));

export const takeBackEntry = (contract: string, incident: Incident, entry: string, reason: string) => {
  const { path: where, header } = one(contract, incident);
  return ask(
    api.POST(`${path}/{id}/entries/{entry}/take-back`, {
      params: { path: { ...where, entry }, header },
      body: { reason },
    }),
  );
};

export const correctIncident = (contract: string, incident: Incident, body: CorrectIncident) =>
  ask(api.PUT(`${path}/{id}/intake`, { params: one(contract, incident), body }));

export const writeOutcome = (contract: string, incident: Incident, body: WriteIncidentOutcome) =>
  ask(api.PUT(`${path}/{id}/outcome`, { params: one(contract, incident), body }));

export const ruleSeverity = (contract: string, incident: Incident, body: RuleIncidentSeverity) =>
  ask(api.PUT(`${path}/{id}/severity`, { params: one(contract, incident), body }));
