import type { Errors } from "../lib/form";
import type { ApiProblem } from "./problem";

/** The field errors of a refused form by field name; those the form does not have stay with the problem. */
export function errorsOf<T extends object>(problem: ApiProblem, values: T): Errors<T> {
  const errors: Errors<T> = {};
  for (const { path, ja, en } of problem.fields) {
    const name = path.split(/[.[]/)[0] as keyof T & string;
    if (name in values) errors[name] ??= { ja, en };
  }
  return errors;
}
