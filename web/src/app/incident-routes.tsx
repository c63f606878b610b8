import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { incidentSearch } from "../features/incident/incident.search";
import type { contract } from "./routes";
import { whoMay } from "./who-may";

/** Faults of the equipment of a contract and what is done about them. */
export function incidentRoutes(parent: typeof contract) {
  const incidents = createRoute({
    getParentRoute: () => parent,
    path: "/incidents",
    validateSearch: incidentSearch,
    beforeLoad: whoMay("view_incident"),
    component: lazyRouteComponent(() => import("../features/incident/IncidentListPage")),
  });

  const newIncident = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/new",
    beforeLoad: whoMay("view_incident"),
    component: lazyRouteComponent(() => import("../features/incident/NewIncidentPage")),
  });

  const incident = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/$incident",
    beforeLoad: (asked) => whoMay("view_incident")(asked),
    component: lazyRouteComponent(() => import("../features/incident/IncidentPage")),
  });

  const evidence = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/$incident/evidence/$level",
    beforeLoad: (asked) => whoMay("view_incident")(asked),
    component: lazyRouteComponent(() => import("../features/incident/EvidencePage")),
  });

  return [incidents, newIncident, incident, evidence] as const;
}
