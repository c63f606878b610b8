import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { contractQuery, contractsQuery, ownContracts } from "../api/contract";
import { sessionQuery } from "../api/session";
import { inboxSearch, registerSearch } from "../features/approval/approval.search";
import { auditSearch } from "../features/audit/audit.search";
import { calendarSearch } from "../features/calendar/calendar.search";
import { dueSearch } from "../features/calendar/due.search";
import { noticeSearch } from "../features/notice/notice.search";
import { peopleSearch } from "../features/people/people.search";
import { librarySearch, procedureSearch, sheetSearch } from "../features/procedure/procedure.search";
import { askSearch, questionSearch } from "../features/question/question.search";
import { requestSearch } from "../features/request/request.search";
import { scheduleSearch } from "../features/schedule/schedule.search";
import { searchSearch } from "../features/search/search.search";
import { Loading } from "../ui/Page";
import { adminRoutes } from "./admin-routes";
import { incidentRoutes } from "./incident-routes";
import { lastContract, rememberContract } from "./last-contract";
import { Broken, ChooseContract, NotFound } from "./Outside";
import { queryClient } from "./query-client";
import { registerRoutes } from "./register-routes";
import { Shell } from "./Shell";
import { whoMay } from "./who-may";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFound,
});

const optionalText = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({
    next: optionalText(search.next),
  }),
  component: lazyRouteComponent(() => import("../features/account/SignInPage")),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  validateSearch: (search: Record<string, unknown>): { token?: string | undefined } => ({
    token: optionalText(search.token),
  }),
  component: lazyRouteComponent(() => import("../features/account/SetupPage")),
});

export const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session)
      throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
    return { session };
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: ChooseContract,
  loader: async ({ context }) => {
    const own = ownContracts(await context.queryClient.ensureQueryData(contractsQuery));
    const first = own.find(({ id }) => id === lastContract()) ?? own[0];
    if (first) throw redirect({ to: "/contracts/$contract/today", params: { contract: first.id } });
  },
});

const account = createRoute({
  getParentRoute: () => inside,
  path: "/account",
  component: lazyRouteComponent(() => import("../features/account/AccountPage")),
});

export const contract = createRoute({
  getParentRoute: () => inside,
  path: "/contracts/$contract",
  loader: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(contractQuery(params.contract));
    rememberContract(params.contract);
  },
});

const contractHome = createRoute({
  getParentRoute: () => contract,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/contracts/$contract/today", params });
  },
});

const today = createRoute({
  getParentRoute: () => contract,
  path: "/today",
  component: lazyRouteComponent(() => import("../features/today/TodayPage")),
});

const contractTerms = createRoute({
  getParentRoute: () => contract,
  path: "/contract",
  component: lazyRouteComponent(() => import("../features/contract/ContractPage")),
});

const requests = createRoute({
  getParentRoute: () => contract,
  path: "/requests",
  validateSearch: requestSearch,
  component: lazyRouteComponent(() => import("../features/request/RequestListPage")),
});

const schedule = createRoute({
  getParentRoute: () => contract,
  path: "/schedule",
  validateSearch: scheduleSearch,
  component: lazyRouteComponent(() => import("../features/schedule/SchedulePage")),
});

const emergencies = createRoute({
  getParentRoute: () => contract,
  path: "/requests/emergency",
  component: lazyRouteComponent(() => import("../features/request/EmergencyPage")),
});

const newRequest = createRoute({
  getParentRoute: () => contract,
  path: "/requests/new",
  beforeLoad: whoMay("write_work_request"),
  component: lazyRouteComponent(() => import("../features/request/NewRequestPage")),
});

const importRequests = createRoute({
  getParentRoute: () => contract,
  path: "/requests/import",
  beforeLoad: whoMay("import_work_request"),
  validateSearch: (search: Record<string, unknown>): { import?: string | undefined } => ({
    import: optionalText(search.import),
  }),
  component: lazyRouteComponent(() => import("../features/request/ImportPage")),
});

const request = createRoute({
  getParentRoute: () => contract,
  path: "/requests/$request",
  component: lazyRouteComponent(() => import("../features/request/RequestPage")),
});

const questions = createRoute({
  getParentRoute: () => contract,
  path: "/questions",
  validateSearch: questionSearch,
  component: lazyRouteComponent(() => import("../features/question/QuestionListPage")),
});

const newQuestion = createRoute({
  getParentRoute: () => contract,
  path: "/questions/new",
  beforeLoad: whoMay("ask_question"),
  validateSearch: askSearch,
  component: lazyRouteComponent(() => import("../features/question/NewQuestionPage")),
});

const importQuestions = createRoute({
  getParentRoute: () => contract,
  path: "/questions/import",
  beforeLoad: whoMay("import_work_request"),
  validateSearch: (search: Record<string, unknown>): { import?: string | undefined } => ({
    import: optionalText(search.import),
  }),
  component: lazyRouteComponent(() => import("../features/question/QuestionImportPage")),
});

const question = createRoute({
  getParentRoute: () => contract,
  path: "/questions/$question",
  component: lazyRouteComponent(() => import("../features/question/QuestionPage")),
});

const approvals = createRoute({
  getParentRoute: () => contract,
  path: "/approvals",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("../features/approval/InboxPage")),
});

const approvalRegister = createRoute({
  getParentRoute: () => contract,
  path: "/approvals/register",
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import("../features/approval/RegisterPage")),
});

const approvers = createRoute({
  getParentRoute: () => contract,
  path: "/approvals/deputies",
  beforeLoad: whoMay("manage_deputies"),
  component: lazyRouteComponent(() => import("../features/approval/DeputiesPage")),
});

const newApproval = createRoute({
  getParentRoute: () => contract,
  path: "/approvals/new",
  beforeLoad: whoMay("ask_approval"),
  validateSearch: (search: Record<string, unknown>): { request?: string; kind?: string } => ({
    ...(optionalText(search.request) && { request: String(search.request) }),
    ...(optionalText(search.kind) && { kind: String(search.kind) }),
  }),
  component: lazyRouteComponent(() => import("../features/approval/NewApprovalPage")),
});

const approval = createRoute({
  getParentRoute: () => contract,
  path: "/approvals/$approval",
  component: lazyRouteComponent(() => import("../features/approval/ApprovalPage")),
});

const requestPeople = createRoute({
  getParentRoute: () => contract,
  path: "/requests/$request/people",
  component: lazyRouteComponent(() => import("../features/people/RequestPeoplePage")),
});

const people = createRoute({
  getParentRoute: () => contract,
  path: "/people",
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import("../features/people/RosterPage")),
});

const peopleChart = createRoute({
  getParentRoute: () => contract,
  path: "/people/chart",
  validateSearch: (search: Record<string, unknown>) => ({ as_of: peopleSearch(search).as_of }),
  component: lazyRouteComponent(() => import("../features/people/ChartPage")),
});

const peopleImport = createRoute({
  getParentRoute: () => contract,
  path: "/people/import",
  beforeLoad: whoMay("keep_roster"),
  component: lazyRouteComponent(() => import("../features/people/RosterImportPage")),
});

const worker = createRoute({
  getParentRoute: () => contract,
  path: "/people/$worker",
  component: lazyRouteComponent(() => import("../features/people/WorkerPage")),
});

const requestSteps = createRoute({
  getParentRoute: () => contract,
  path: "/requests/$request/steps",
  validateSearch: sheetSearch,
  component: lazyRouteComponent(() => import("../features/procedure/StepsPage")),
});

const procedures = createRoute({
  getParentRoute: () => contract,
  path: "/procedures",
  validateSearch: librarySearch,
  component: lazyRouteComponent(() => import("../features/procedure/LibraryPage")),
});

const procedure = createRoute({
  getParentRoute: () => contract,
  path: "/procedures/$procedure",
  validateSearch: procedureSearch,
  component: lazyRouteComponent(() => import("../features/procedure/ProcedurePage")),
});

const calendar = createRoute({
  getParentRoute: () => contract,
  path: "/calendar",
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import("../features/calendar/CalendarPage")),
});

const due = createRoute({
  getParentRoute: () => contract,
  path: "/calendar/due",
  validateSearch: dueSearch,
  component: lazyRouteComponent(() => import("../features/calendar/DuePage")),
});

const notices = createRoute({
  getParentRoute: () => contract,
  path: "/notices",
  validateSearch: noticeSearch,
  component: lazyRouteComponent(() => import("../features/notice/NoticesPage")),
});

const noticeChoices = createRoute({
  getParentRoute: () => contract,
  path: "/notices/choices",
  component: lazyRouteComponent(() => import("../features/notice/ChoicesPage")),
});

const audit = createRoute({
  getParentRoute: () => contract,
  path: "/audit",
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import("../features/audit/AuditPage")),
});

const search = createRoute({
  getParentRoute: () => contract,
  path: "/search",
  validateSearch: searchSearch,
  component: lazyRouteComponent(() => import("../features/search/SearchPage")),
});

// Inside the frame, so that the menu leads on from an address that does not exist.
const nowhere = createRoute({ getParentRoute: () => inside, path: "$", component: NotFound });
const nowhereInContract = createRoute({ getParentRoute: () => contract, path: "$", component: NotFound });

const routes = root.addChildren([
  signIn,
  setup,
  inside.addChildren([
    home,
    account,
    ...adminRoutes(inside),
    nowhere,
    contract.addChildren([
      contractHome,
      today,
      contractTerms,
      requests,
      newRequest,
      emergencies,
      schedule,
      importRequests,
      request,
      questions,
      newQuestion,
      importQuestions,
      question,
      approvals,
      approvalRegister,
      approvers,
      newApproval,
      approval,
      requestPeople,
      people,
      peopleChart,
      peopleImport,
      worker,
      requestSteps,
      procedures,
      procedure,
      ...incidentRoutes(contract),
      ...registerRoutes(contract),
      calendar,
      due,
      notices,
      noticeChoices,
      audit,
      search,
      nowhereInContract,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  context: { queryClient },
  defaultPendingComponent: Loading,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
