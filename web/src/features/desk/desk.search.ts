import type { CallSearch } from "./desk.queries";

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** What the address of the list of calls says. */
export function callSearch(search: Record<string, unknown>): CallSearch {
  const found: CallSearch = {};
  for (const name of ["desk", "device", "incident", "q"] as const) {
    const value = text(search[name]);
    if (value !== undefined) found[name] = value;
  }
  if (search.open === true || search.open === "true") found.open = true;
  return found;
}

/** For which unit the directory is asked. */
export function deskSearch(search: Record<string, unknown>): { device?: string } {
  const device = text(search.device);
  return device === undefined ? {} : { device };
}

/** From which day the plan is shown. */
export function planSearch(search: Record<string, unknown>): { from?: string } {
  const from = text(search.from);
  return from !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(from) ? { from } : {};
}
