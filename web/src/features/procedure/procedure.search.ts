import type { ProcedureKind } from "../../api/types";
import type { LibraryFilters } from "./procedure.queries";

export const kinds: readonly ProcedureKind[] = [
  "own",
  "operator_manual",
  "operator_instruction",
  "city_manual",
  "maker_manual",
];

/** What is looked for in the library, as it stands in the address. */
export interface LibrarySearch {
  q?: string | undefined;
  kind?: ProcedureKind | undefined;
  class?: string | undefined;
  retired?: true | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

export const librarySearch = (search: Record<string, unknown>): LibrarySearch => ({
  q: text(search.q),
  kind: kinds.find((kind) => kind === search.kind),
  class: text(search.class),
  retired: search.retired === true || search.retired === "true" ? true : undefined,
});

export function filtersOf({ q, kind, class: device_class, retired }: LibrarySearch): LibraryFilters {
  return {
    ...(q && { q }),
    ...(kind && { kind }),
    ...(device_class && { device_class }),
    ...(!retired && { retired: false }),
  };
}

/** The difference that is shown, as it stands in the address. */
export interface ProcedureSearch {
  version?: string | undefined;
  against?: string | undefined;
  whole?: true | undefined;
}

export const procedureSearch = (search: Record<string, unknown>): ProcedureSearch => ({
  version: text(search.version),
  against: text(search.against),
  whole: search.whole === true || search.whole === "true" ? true : undefined,
});

/** What of a job is recorded: its common steps, or one device. */
export interface SheetSearch {
  device?: string | undefined;
}

export const sheetSearch = (search: Record<string, unknown>): SheetSearch => ({
  device: text(search.device),
});
