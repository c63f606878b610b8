import type { Improvement } from "../../api/types";
import { parseWrittenDay } from "../../lib/wareki";

export const grounds = [
  "unit",
  "model",
  "site",
  "estimate",
  "other",
] as const satisfies readonly Improvement["ground"][];

/** Without `all` only those that wait for something. */
export interface ImprovementSearch {
  all?: true | undefined;
}

export const improvementSearch = ({ all }: Record<string, unknown>): ImprovementSearch =>
  all === true || all === "true" ? { all: true } : {};

/** What of the trend a new proposal is about, and which one it continues. */
export interface DraftSearch {
  ground?: Improvement["ground"] | undefined;
  of?: string | undefined;
  class?: string | undefined;
  on?: string | undefined;
  months?: number | undefined;
  continues?: string | undefined;
}

const word = (value: unknown): string | undefined => {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
};

export const draftSearch = (search: Record<string, unknown>): DraftSearch => {
  const months = Number(search.months);
  return {
    ground: grounds.find((each) => each === search.ground),
    of: word(search.of),
    class: word(search.class),
    on: word(search.on),
    months: Number.isInteger(months) && months >= 1 && months <= 60 ? months : undefined,
    continues: word(search.continues),
  };
};

/** The same as the server is asked. */
export const askedGround = ({ ground, of, class: deviceClass, on, months }: DraftSearch) => {
  const day = on === undefined ? undefined : parseWrittenDay(on);
  return {
    ground: ground ?? ("other" as const),
    ...(of && { of }),
    ...(deviceClass && { class: deviceClass }),
    ...(day && { on: day }),
    ...(months && { months }),
  };
};
