import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ledgerSearch } from "../features/register/register.search";
import type { contract } from "./routes";

/** Media, loans and security incidents of a contract. */
export function registerRoutes(parent: typeof contract) {
  const media = createRoute({
    getParentRoute: () => parent,
    path: "/media",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/MediaPage")),
  });

  const medium = createRoute({
    getParentRoute: () => parent,
    path: "/media/$medium",
    component: lazyRouteComponent(() => import("../features/register/MediumPage")),
  });

  const loans = createRoute({
    getParentRoute: () => parent,
    path: "/loans",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/LoanListPage")),
  });

  const loan = createRoute({
    getParentRoute: () => parent,
    path: "/loans/$loan",
    component: lazyRouteComponent(() => import("../features/register/LoanPage")),
  });

  const incidents = createRoute({
    getParentRoute: () => parent,
    path: "/security-incidents",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/IncidentListPage")),
  });

  const newIncident = createRoute({
    getParentRoute: () => parent,
    path: "/security-incidents/new",
    component: lazyRouteComponent(() => import("../features/register/ReportPage")),
  });

  const incident = createRoute({
    getParentRoute: () => parent,
    path: "/security-incidents/$incident",
    component: lazyRouteComponent(() => import("../features/register/IncidentPage")),
  });

  return [media, medium, loans, loan, incidents, newIncident, incident] as const;
}
