import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { surveySearch } from "../features/page_count/survey.search";
import { premisesSearch } from "../features/premises/premises.search";
import { movementSearch } from "../features/register/movement.search";
import { ledgerSearch } from "../features/register/register.search";
import { renewalSearch } from "../features/register/renewal.search";
import { unitSearch } from "../features/register/unit.search";
import { siteSearch } from "../features/site/site.search";
import { labelSearch, stocktakeSearch } from "../features/stocktake/stocktake.search";
import type { contract } from "./routes";
import { whoMay } from "./who-may";

/** Devices, their repair and installation, media, loans, licences, security incidents and activities of a contract. */
export function registerRoutes(parent: typeof contract) {
  const units = createRoute({
    getParentRoute: () => parent,
    path: "/register",
    validateSearch: unitSearch,
    component: lazyRouteComponent(() => import("../features/register/UnitListPage")),
  });

  const matrix = createRoute({
    getParentRoute: () => parent,
    path: "/register/matrix",
    validateSearch: unitSearch,
    component: lazyRouteComponent(() => import("../features/register/MatrixPage")),
  });

  const movements = createRoute({
    getParentRoute: () => parent,
    path: "/register/movements",
    validateSearch: movementSearch,
    component: lazyRouteComponent(() => import("../features/register/MovementListPage")),
  });

  const editions = createRoute({
    getParentRoute: () => parent,
    path: "/register/editions",
    component: lazyRouteComponent(() => import("../features/register/EditionsPage")),
  });

  const renewals = createRoute({
    getParentRoute: () => parent,
    path: "/register/renewals",
    validateSearch: renewalSearch,
    component: lazyRouteComponent(() => import("../features/register/RenewalPage")),
  });

  const ranges = createRoute({
    getParentRoute: () => parent,
    path: "/register/ranges",
    component: lazyRouteComponent(() => import("../features/register/RangesPage")),
  });

  const unitImport = createRoute({
    getParentRoute: () => parent,
    path: "/register/import",
    validateSearch: ({ import: id }: Record<string, unknown>): { import?: string } =>
      typeof id === "string" && id !== "" ? { import: id } : {},
    beforeLoad: whoMay("move_device"),
    component: lazyRouteComponent(() => import("../features/register/UnitImportPage")),
  });

  const siteAliases = createRoute({
    getParentRoute: () => parent,
    path: "/register/site-aliases",
    beforeLoad: whoMay("move_device"),
    component: lazyRouteComponent(() => import("../features/register/SiteAliasesPage")),
  });

  const unitActs = createRoute({
    getParentRoute: () => parent,
    path: "/register/acts",
    beforeLoad: whoMay("move_device"),
    component: lazyRouteComponent(() => import("../features/register/UnitActsPage")),
  });

  const unit = createRoute({
    getParentRoute: () => parent,
    path: "/register/$unit",
    component: lazyRouteComponent(() => import("../features/register/UnitPage")),
  });

  const sites = createRoute({
    getParentRoute: () => parent,
    path: "/sites",
    validateSearch: siteSearch,
    component: lazyRouteComponent(() => import("../features/site/SiteListPage")),
  });

  const siteImport = createRoute({
    getParentRoute: () => parent,
    path: "/sites/import",
    beforeLoad: whoMay("keep_site"),
    component: lazyRouteComponent(() => import("../features/site/SiteImportPage")),
  });

  const site = createRoute({
    getParentRoute: () => parent,
    path: "/sites/$site",
    validateSearch: siteSearch,
    component: lazyRouteComponent(() => import("../features/site/SitePage")),
  });

  const siteLayout = createRoute({
    getParentRoute: () => parent,
    path: "/sites/$site/layout",
    beforeLoad: (asked) => whoMay("keep_site")(asked),
    component: lazyRouteComponent(() => import("../features/site/LayoutPage")),
  });

  const premises = createRoute({
    getParentRoute: () => parent,
    path: "/premises",
    validateSearch: premisesSearch,
    beforeLoad: whoMay("view_premises"),
    component: lazyRouteComponent(() => import("../features/premises/RecordsPage")),
  });

  const drills = createRoute({
    getParentRoute: () => parent,
    path: "/premises/drills",
    validateSearch: premisesSearch,
    beforeLoad: whoMay("view_premises"),
    component: lazyRouteComponent(() => import("../features/premises/DrillsPage")),
  });

  const controlledRooms = createRoute({
    getParentRoute: () => parent,
    path: "/premises/rooms",
    validateSearch: premisesSearch,
    beforeLoad: whoMay("view_premises"),
    component: lazyRouteComponent(() => import("../features/premises/RoomsPage")),
  });

  const repairs = createRoute({
    getParentRoute: () => parent,
    path: "/repairs",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/RepairListPage")),
  });

  const stock = createRoute({
    getParentRoute: () => parent,
    path: "/repairs/stock",
    component: lazyRouteComponent(() => import("../features/register/StockPage")),
  });

  const repair = createRoute({
    getParentRoute: () => parent,
    path: "/repairs/$repair",
    component: lazyRouteComponent(() => import("../features/register/RepairPage")),
  });

  const installations = createRoute({
    getParentRoute: () => parent,
    path: "/installations",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/InstallationListPage")),
  });

  const installation = createRoute({
    getParentRoute: () => parent,
    path: "/installations/$job",
    component: lazyRouteComponent(() => import("../features/register/InstallationPage")),
  });

  const recovery = createRoute({
    getParentRoute: () => parent,
    path: "/recovery",
    component: lazyRouteComponent(() => import("../features/recovery/RecoveryPage")),
  });

  const recoveryEdition = createRoute({
    getParentRoute: () => parent,
    path: "/recovery/$edition",
    component: lazyRouteComponent(() => import("../features/recovery/EditionPage")),
  });

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

  const licences = createRoute({
    getParentRoute: () => parent,
    path: "/licences",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/LicenceListPage")),
  });

  const licence = createRoute({
    getParentRoute: () => parent,
    path: "/licences/$licence",
    component: lazyRouteComponent(() => import("../features/register/LicencePage")),
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
    beforeLoad: whoMay("report_security_incident"),
    validateSearch: (search: Record<string, unknown>): { visit?: string; fault?: string } => ({
      ...(typeof search.visit === "string" && { visit: search.visit }),
      ...(typeof search.fault === "string" && { fault: search.fault }),
    }),
    component: lazyRouteComponent(() => import("../features/register/ReportPage")),
  });

  const incident = createRoute({
    getParentRoute: () => parent,
    path: "/security-incidents/$incident",
    component: lazyRouteComponent(() => import("../features/register/IncidentPage")),
  });

  const activities = createRoute({
    getParentRoute: () => parent,
    path: "/activities",
    validateSearch: ledgerSearch,
    component: lazyRouteComponent(() => import("../features/register/ActivityListPage")),
  });

  const activity = createRoute({
    getParentRoute: () => parent,
    path: "/activities/$activity",
    component: lazyRouteComponent(() => import("../features/register/ActivityPage")),
  });

  const pageSurveys = createRoute({
    getParentRoute: () => parent,
    path: "/register/page-surveys",
    component: lazyRouteComponent(() => import("../features/page_count/SurveyListPage")),
  });

  const pageSurvey = createRoute({
    getParentRoute: () => parent,
    path: "/register/page-surveys/$survey",
    validateSearch: surveySearch,
    component: lazyRouteComponent(() => import("../features/page_count/SurveyPage")),
  });

  const stocktakes = createRoute({
    getParentRoute: () => parent,
    path: "/register/stocktakes",
    component: lazyRouteComponent(() => import("../features/stocktake/StocktakeListPage")),
  });

  const stocktake = createRoute({
    getParentRoute: () => parent,
    path: "/register/stocktakes/$stocktake",
    validateSearch: stocktakeSearch,
    component: lazyRouteComponent(() => import("../features/stocktake/StocktakePage")),
  });

  const labels = createRoute({
    getParentRoute: () => parent,
    path: "/register/labels",
    validateSearch: labelSearch,
    component: lazyRouteComponent(() => import("../features/stocktake/LabelsPage")),
  });

  return [
    units,
    matrix,
    movements,
    editions,
    renewals,
    ranges,
    unitImport,
    siteAliases,
    unitActs,
    unit,
    sites,
    siteImport,
    site,
    siteLayout,
    premises,
    drills,
    controlledRooms,
    repairs,
    stock,
    repair,
    installations,
    installation,
    recovery,
    recoveryEdition,
    media,
    medium,
    loans,
    loan,
    licences,
    licence,
    incidents,
    newIncident,
    incident,
    activities,
    activity,
    pageSurveys,
    pageSurvey,
    stocktakes,
    stocktake,
    labels,
  ] as const;
}
