import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { contractSearch } from "../features/admin/admin.search";
import type { inside } from "./routes";

/** Settings of the installation and of the contracts that somebody looks after. */
export function adminRoutes(parent: typeof inside) {
  const admin = createRoute({
    getParentRoute: () => parent,
    path: "/admin",
    beforeLoad: ({ context }) => {
      throw redirect({ to: context.session.administrator ? "/admin/people" : "/admin/tokens" });
    },
  });

  const adminPeople = createRoute({
    getParentRoute: () => parent,
    path: "/admin/people",
    component: lazyRouteComponent(() => import("../features/admin/PeoplePage")),
  });

  const adminRoles = createRoute({
    getParentRoute: () => parent,
    path: "/admin/roles",
    validateSearch: contractSearch,
    component: lazyRouteComponent(() => import("../features/admin/RolesPage")),
  });

  const adminTokens = createRoute({
    getParentRoute: () => parent,
    path: "/admin/tokens",
    validateSearch: contractSearch,
    component: lazyRouteComponent(() => import("../features/admin/TokensPage")),
  });

  const adminHolidays = createRoute({
    getParentRoute: () => parent,
    path: "/admin/holidays",
    component: lazyRouteComponent(() => import("../features/admin/HolidaysPage")),
  });

  const adminWebhooks = createRoute({
    getParentRoute: () => parent,
    path: "/admin/webhooks",
    validateSearch: contractSearch,
    component: lazyRouteComponent(() => import("../features/admin/WebhooksPage")),
  });

  const adminMail = createRoute({
    getParentRoute: () => parent,
    path: "/admin/mail",
    component: lazyRouteComponent(() => import("../features/admin/MailPage")),
  });

  return [admin, adminPeople, adminRoles, adminTokens, adminHolidays, adminWebhooks, adminMail] as const;
}
