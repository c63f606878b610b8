import type { ImprovementPlan } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { TextAreaField, TextField } from "../../ui/Field";
import { improvementText } from "./improvement.text";

export interface TypedPlan {
  title: string;
  problem: string;
  measure: string;
  aim: string;
  person: string;
  due_on: string;
}

export const sentPlan = ({ due_on, ...typed }: TypedPlan): ImprovementPlan => ({
  ...typed,
  ...(due_on && { due_on }),
});

const needed = { title: "name", problem: "problem", measure: "measure", person: "person" } as const;

/** What a plan cannot be without. */
export function planErrors(plan: TypedPlan): Errors<TypedPlan> {
  const errors: Errors<TypedPlan> = {};
  for (const [field, label] of Object.entries(needed) as [
    keyof typeof needed,
    (typeof needed)[keyof typeof needed],
  ][])
    if (plan[field].trim() === "")
      errors[field] = message(improvementText, "fillIn", { label: message(improvementText, label) });
  return errors;
}

export function PlanFields({ form }: { form: FormOf<TypedPlan> }) {
  const t = useText(improvementText);
  return (
    <>
      <TextField {...form.bind("title")} label={t("name")} required maxLength={200} />
      <TextAreaField {...form.bind("problem")} label={t("problem")} required maxLength={2000} rows={4} />
      <TextAreaField {...form.bind("measure")} label={t("measure")} required maxLength={2000} rows={4} />
      <TextAreaField {...form.bind("aim")} label={t("aim")} optional maxLength={2000} rows={3} />
      <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
      <DateField {...form.bind("due_on")} label={t("dueOn")} optional />
    </>
  );
}
