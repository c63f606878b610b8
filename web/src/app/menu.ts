import type { LinkProps } from "@tanstack/react-router";
import type { Permission } from "../api/types";
import type { appText } from "./app.text";

interface MenuItem {
  key: keyof typeof appText & string;
  to: NonNullable<LinkProps["to"]>;
  /** Who sees it: whoever has one of these in the contract, or is the installation's administrator. */
  needs: readonly Permission[];
  /** Stands at the right end. */
  end?: true;
  /** Addresses that belong to it although they do not begin with its own. */
  covers?: RegExp;
}

/** The words of the menu never change between roles; who may not see an item does not have it. */
export const menu: readonly MenuItem[] = [
  { key: "today", to: "/contracts/$contract/today", needs: ["view_contract"] },
  { key: "requests", to: "/contracts/$contract/requests", needs: ["view_work_request"] },
  { key: "approvals", to: "/contracts/$contract/approvals", needs: ["view_approval"] },
  { key: "schedule", to: "/contracts/$contract/schedule", needs: ["view_schedule"] },
  { key: "people", to: "/contracts/$contract/people", needs: ["view_roster"] },
  { key: "procedures", to: "/contracts/$contract/procedures", needs: ["view_procedure"] },
  { key: "contract", to: "/contracts/$contract/contract", needs: ["view_contract"] },
  {
    key: "registers",
    to: "/contracts/$contract/registers",
    needs: ["view_media", "view_loan", "view_security_incident", "report_security_incident"],
    covers: /^\/contracts\/[^/]+\/(media|loans|security-incidents|activities)(\/|$)/,
  },
  { key: "calendar", to: "/contracts/$contract/calendar", needs: ["view_contract"] },
  { key: "audit", to: "/contracts/$contract/audit", needs: ["view_audit"], end: true },
  { key: "settings", to: "/admin", needs: ["administer", "manage_tokens", "manage_webhooks"], end: true },
];
