import type { Role, Side } from "./types";

/** The roles of each side, in the order in which people know them. */
const sides: Record<Role, Side> = {
  city_section: "city",
  city_division: "city",
  site_contact: "city",
  responsible: "contractor",
  worker: "contractor",
  security_officer: "contractor",
  auditor: "neutral",
};

export const roles = Object.keys(sides) as Role[];

/** What a role sees of a contract's requests: all of them, or those of the one division or site it is given for. */
export type Scope = "contract" | "division" | "site";

export const scopeOf = (role: Role): Scope =>
  role === "city_division" ? "division" : role === "site_contact" ? "site" : "contract";

export const sideOf = (role: Role): Side => sides[role];
