import type { LinkProps } from "@tanstack/react-router";
import type { Permission } from "../api/types";
import type { menuText } from "./menu.text";

type Name = keyof typeof menuText & string;

/** One page that the menu leads to. */
export interface MenuPage {
  key: Name;
  to: NonNullable<LinkProps["to"]>;
  /** Who sees it: whoever has one of these in the contract, or is the installation's administrator. */
  needs: readonly Permission[];
  /** The key after `g` that leads here. */
  go: string;
}

/** A word of the menu; with more than one page, these stand in a row below it. */
export interface MenuWord {
  key: Name;
  pages: readonly MenuPage[];
  /** Stands at the right end. */
  end?: true;
}

/** A word with a page of the same name. */
const single = (page: MenuPage, end?: true): MenuWord => ({
  key: page.key,
  pages: [page],
  ...(end && { end }),
});

const todays: readonly MenuPage[] = [
  { key: "today", to: "/contracts/$contract/today", needs: ["view_contract"], go: "t" },
  { key: "contract", to: "/contracts/$contract/contract", needs: ["view_contract"], go: "c" },
];

const faults: readonly MenuPage[] = [
  { key: "faults", to: "/contracts/$contract/incidents", needs: ["view_incident"], go: "h" },
  { key: "visits", to: "/contracts/$contract/visits", needs: ["view_visit"], go: "z" },
  { key: "desks", to: "/contracts/$contract/desks", needs: ["view_support"], go: "1" },
];

const requests: readonly MenuPage[] = [
  { key: "requestList", to: "/contracts/$contract/requests", needs: ["view_work_request"], go: "i" },
  { key: "questions", to: "/contracts/$contract/questions", needs: ["view_question"], go: "q" },
  { key: "procedures", to: "/contracts/$contract/procedures", needs: ["view_procedure"], go: "p" },
];

const approvals: readonly MenuPage[] = [
  { key: "inbox", to: "/contracts/$contract/approvals", needs: ["view_approval"], go: "s" },
  { key: "permissions", to: "/contracts/$contract/approvals/register", needs: ["view_approval"], go: "r" },
  { key: "deputies", to: "/contracts/$contract/approvals/deputies", needs: ["manage_deputies"], go: "d" },
];

const plans: readonly MenuPage[] = [
  { key: "schedule", to: "/contracts/$contract/schedule", needs: ["view_schedule"], go: "n" },
  { key: "calendar", to: "/contracts/$contract/calendar", needs: ["view_contract"], go: "k" },
];

const registers: readonly MenuPage[] = [
  { key: "units", to: "/contracts/$contract/register", needs: ["view_device"], go: "u" },
  { key: "sites", to: "/contracts/$contract/sites", needs: ["view_device"], go: "b" },
  { key: "premises", to: "/contracts/$contract/premises", needs: ["view_premises"], go: "w" },
  { key: "repairs", to: "/contracts/$contract/repairs", needs: ["move_device", "view_media"], go: "f" },
  {
    key: "installations",
    to: "/contracts/$contract/installations",
    needs: ["move_device", "view_media"],
    go: "v",
  },
  { key: "recovery", to: "/contracts/$contract/recovery", needs: ["move_device", "view_media"], go: "y" },
  { key: "people", to: "/contracts/$contract/people", needs: ["view_roster"], go: "j" },
  { key: "media", to: "/contracts/$contract/media", needs: ["view_media"], go: "m" },
  { key: "loans", to: "/contracts/$contract/loans", needs: ["view_loan"], go: "l" },
  { key: "licences", to: "/contracts/$contract/licences", needs: ["view_licence"], go: "2" },
  {
    key: "incidents",
    to: "/contracts/$contract/security-incidents",
    needs: ["view_security_incident", "report_security_incident"],
    go: "x",
  },
  // Of the whole contract, like the media: not for people of one division or site.
  { key: "activities", to: "/contracts/$contract/activities", needs: ["view_activity"], go: "o" },
];

/** At most eight words, which never change between roles; who may see no page of a word does not have it. */
export const menu: readonly MenuWord[] = [
  { key: "today", pages: todays },
  { key: "requests", pages: requests },
  { key: "faults", pages: faults },
  { key: "approvals", pages: approvals },
  { key: "plans", pages: plans },
  { key: "registers", pages: registers },
  single({ key: "audit", to: "/contracts/$contract/audit", needs: ["view_audit"], go: "a" }, true),
  single(
    { key: "settings", to: "/admin", needs: ["administer", "manage_tokens", "manage_webhooks"], go: "e" },
    true,
  ),
];

/** The words and pages of somebody with these permissions. */
export const menuFor = (allowed: readonly Permission[]): MenuWord[] =>
  menu
    .map((word) => ({
      ...word,
      pages: word.pages.filter(({ needs }) => needs.some((permission) => allowed.includes(permission))),
    }))
    .filter(({ pages }) => pages.length > 0);

export const addressOf = ({ to }: MenuPage, contract: string): string => to.replace("$contract", contract);

/** The page to which an address belongs: its own, or one below it; the closest one. */
export function pageAt(words: readonly MenuWord[], pathname: string, contract: string): MenuPage | undefined {
  const within = words
    .flatMap(({ pages }) => pages)
    .filter((page) => `${pathname}/`.startsWith(`${addressOf(page, contract)}/`));
  return within.sort((a, b) => b.to.length - a.to.length)[0];
}
