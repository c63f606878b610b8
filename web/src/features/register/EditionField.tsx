import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import { type Message, useText } from "../../lib/i18n";
import { SelectField, TextField } from "../../ui/Field";
import { factsText } from "./facts.text";

interface Props {
  contract: string;
  /** The unit that is set up; none while nobody has chosen one. */
  unit: string | undefined;
  bound: { name: string; value: string; error?: Message | undefined; onChange: (value: string) => void };
  label: string;
  hint?: string;
  required?: boolean;
  /** An edition that can be chosen whatever is released: the one that the city named. */
  named?: string;
}

/** The edition of a recovery medium: one of those that are released for the unit; a text where there are none. */
export function EditionField({ contract, unit, bound, label, hint, required = false, named = "" }: Props) {
  const t = useText(factsText);
  const { data, isPending } = useQuery({
    queryKey: ["recovery", contract, "choices", unit],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/recovery/choices", {
          params: { path: { contract }, query: { device: unit ?? "" } },
        }),
      ),
    enabled: unit !== undefined,
  });
  const names = data?.items ?? [];
  const field = { ...bound, label, required, ...(hint && { hint }) };
  if (names.length === 0)
    return <TextField {...field} maxLength={200} disabled={unit !== undefined && isPending} />;
  const all = new Set([bound.value, named, ...names].filter(Boolean));
  return (
    <SelectField
      {...field}
      none={t("mediumNone")}
      options={[...all].map((name) => ({ value: name, label: name }))}
    />
  );
}
