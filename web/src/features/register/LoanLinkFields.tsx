import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Loan } from "../../api/types";
import { useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { SelectField, TextField } from "../../ui/Field";
import { loanText } from "./loan.text";
import { mediaFoundQuery } from "./media.queries";
import { unitsFoundQuery } from "./repair.queries";

interface Choice {
  value: string;
  label: string;
}

interface Props {
  contract: string;
  kind: Loan["kind"];
  form: FormOf<{ device_id: string; medium_id: string }>;
  /** What it leads to already. */
  present?: Choice | undefined;
}

/** The unit or the medium of the registers that a loan is; nothing for what is neither. */
export function LoanLinkFields({ contract, kind, form, present }: Props) {
  if (kind === "device" || kind === "key")
    return <UnitField contract={contract} kind={kind} form={form} present={present} />;
  if (kind === "medium") return <MediumField contract={contract} kind={kind} form={form} present={present} />;
  return null;
}

const withPresent = (present: Choice | undefined, found: readonly Choice[]): Choice[] =>
  present && !found.some(({ value }) => value === present.value) ? [present, ...found] : [...found];

function UnitField({ contract, kind, form, present }: Props) {
  const t = useText(loanText);
  const [words, setWords] = useState("");
  const { data } = useQuery(unitsFoundQuery(contract, words));
  const found = (data?.items ?? []).map(({ id, number, kind: what, site, place }) => ({
    value: id,
    label: [number, what, site, place].filter(Boolean).join(" "),
  }));
  return (
    <>
      <TextField
        name="unit_words"
        label={t("unitSearch")}
        value={words}
        onChange={setWords}
        optional
        maxLength={100}
      />
      {data && found.length === 0 && <p className="quiet">{t("unitNone")}</p>}
      <SelectField
        {...form.bind("device_id")}
        label={t(kind === "key" ? "keyOf" : "unit")}
        none={t("noLink")}
        options={withPresent(present, found)}
      />
    </>
  );
}

function MediumField({ contract, form, present }: Props) {
  const t = useText(loanText);
  const [words, setWords] = useState("");
  const { data } = useQuery(mediaFoundQuery(contract, words));
  const found = (data?.items ?? []).map(({ id, label, name }) => ({ value: id, label: `${label} ${name}` }));
  return (
    <>
      <TextField
        name="medium_words"
        label={t("mediumSearch")}
        value={words}
        onChange={setWords}
        optional
        maxLength={100}
      />
      {data && found.length === 0 && <p className="quiet">{t("mediumNone")}</p>}
      <SelectField
        {...form.bind("medium_id")}
        label={t("medium")}
        none={t("noLink")}
        options={withPresent(present, found)}
      />
    </>
  );
}
