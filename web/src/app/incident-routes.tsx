import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { incidentSearch } from "../features/incident/incident.search";
import { visitSearch } from "../features/visit/visit.search";
import type { contract } from "./routes";
import { whoMay } from "./who-may";

/** Faults of the equipment of a contract, what is done about them, and visits to sites. */
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

  const visits = createRoute({
    getParentRoute: () => parent,
    path: "/visits",
    validateSearch: visitSearch,
    beforeLoad: whoMay("view_visit"),
    component: lazyRouteComponent(() => import("../features/visit/VisitListPage")),
  });

  const visit = createRoute({
    getParentRoute: () => parent,
    path: "/visits/$visit",
    beforeLoad: (asked) => whoMay("view_visit")(asked),
    component: lazyRouteComponent(() => import("../features/visit/VisitPage")),
  });

  return [incidents, newIncident, incident, evidence, visits, visit] as const;
}
