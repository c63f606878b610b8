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

export const sideOf = (role: Role): Side => sides[role];
