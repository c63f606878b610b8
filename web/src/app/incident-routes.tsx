import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { callSearch, deskSearch, planSearch } from "../features/desk/desk.search";
import { draftSearch, improvementSearch } from "../features/improvement/improvement.search";
import { incidentSearch } from "../features/incident/incident.search";
import { trendSearch } from "../features/incident/trend.search";
import { findingSearch } from "../features/visit/finding.search";
import { visitSearch } from "../features/visit/visit.search";
import type { contract } from "./routes";
import { whoMay } from "./who-may";

/** Faults of the equipment of a contract, what is done about them, visits to sites, and whom to call. */
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

  const month = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/months/$month",
    beforeLoad: (asked) => whoMay("view_incident")(asked),
    component: lazyRouteComponent(() => import("../features/incident/MonthPage")),
  });

  const trend = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/trend",
    validateSearch: trendSearch,
    beforeLoad: whoMay("view_incident"),
    component: lazyRouteComponent(() => import("../features/incident/TrendPage")),
  });

  const improvements = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/improvements",
    validateSearch: improvementSearch,
    beforeLoad: whoMay("view_incident"),
    component: lazyRouteComponent(() => import("../features/improvement/ImprovementListPage")),
  });

  const newImprovement = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/improvements/new",
    validateSearch: draftSearch,
    beforeLoad: whoMay("record_incident"),
    component: lazyRouteComponent(() => import("../features/improvement/NewImprovementPage")),
  });

  const improvement = createRoute({
    getParentRoute: () => parent,
    path: "/incidents/improvements/$improvement",
    beforeLoad: (asked) => whoMay("view_incident")(asked),
    component: lazyRouteComponent(() => import("../features/improvement/ImprovementPage")),
  });

  const visits = createRoute({
    getParentRoute: () => parent,
    path: "/visits",
    validateSearch: visitSearch,
    beforeLoad: whoMay("view_visit"),
    component: lazyRouteComponent(() => import("../features/visit/VisitListPage")),
  });

  const findings = createRoute({
    getParentRoute: () => parent,
    path: "/visits/findings",
    validateSearch: findingSearch,
    beforeLoad: whoMay("view_visit"),
    component: lazyRouteComponent(() => import("../features/visit/FindingListPage")),
  });

  const finding = createRoute({
    getParentRoute: () => parent,
    path: "/visits/findings/$finding",
    beforeLoad: (asked) => whoMay("view_visit")(asked),
    component: lazyRouteComponent(() => import("../features/visit/FindingPage")),
  });

  const visit = createRoute({
    getParentRoute: () => parent,
    path: "/visits/$visit",
    beforeLoad: (asked) => whoMay("view_visit")(asked),
    component: lazyRouteComponent(() => import("../features/visit/VisitPage")),
  });

  const desks = createRoute({
    getParentRoute: () => parent,
    path: "/desks",
    validateSearch: deskSearch,
    beforeLoad: whoMay("view_support"),
    component: lazyRouteComponent(() => import("../features/desk/DirectoryPage")),
  });

  const deskCalls = createRoute({
    getParentRoute: () => parent,
    path: "/desks/calls",
    validateSearch: callSearch,
    beforeLoad: whoMay("view_support"),
    component: lazyRouteComponent(() => import("../features/desk/CallListPage")),
  });

  const deskCall = createRoute({
    getParentRoute: () => parent,
    path: "/desks/calls/$call",
    beforeLoad: (asked) => whoMay("view_support")(asked),
    component: lazyRouteComponent(() => import("../features/desk/CallPage")),
  });

  const onCall = createRoute({
    getParentRoute: () => parent,
    path: "/desks/on-call",
    validateSearch: planSearch,
    beforeLoad: whoMay("view_support"),
    component: lazyRouteComponent(() => import("../features/desk/OnCallPage")),
  });

  return [
    incidents,
    newIncident,
    incident,
    month,
    trend,
    improvements,
    newImprovement,
    improvement,
    evidence,
    visits,
    findings,
    finding,
    visit,
    desks,
    deskCalls,
    deskCall,
    onCall,
  ] as const;
}
