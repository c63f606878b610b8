import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useRowMutation } from "../../api/row-mutation";
import type { RecoveryFamily, RecoveryFamilyModel } from "../../api/types";
import { type Message, message, useSay, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { missing, useRefresh } from "./edition-dialogs";
import { nameMaster, unitsFoundQuery } from "./recovery.queries";
import { recoveryText } from "./recovery.text";

interface MasterProps {
  contract: string;
  family: RecoveryFamily;
  model: RecoveryFamilyModel;
  onClose: () => void;
}

export function MasterDialog({ contract, family, model, onClose }: MasterProps) {
  const t = useText(recoveryText);
  const say = useSay();
  const refresh = useRefresh(contract);
  const mutation = useRowMutation(
    model,
    ({ master_version }, body: { device_id: string; note: string }) =>
      nameMaster(contract, master_version, { family: family.id, model: model.model, ...body }),
    { onSuccess: refresh, onConflict: refresh },
  );
  return (
    <FormDialog
      title={t("nameMasterOf", { family: say(family.label) })}
      submit={t("nameMaster")}
      initial={{ device_id: "", note: model.master?.note ?? "" }}
      validate={(values) => missing(values, { device_id: message(recoveryText, "unit") })}
      mutation={mutation}
      input={(values) => values}
      done={message(recoveryText, "masterNamed")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <UnitField contract={contract} model={model.model} bound={form.bind("device_id")} />
          <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

interface UnitFieldProps {
  contract: string;
  model: string;
  bound: { name: string; value: string; error?: Message | undefined; onChange: (id: string) => void };
}

/** A unit of a model, looked for by its ID. */
export function UnitField({ contract, model, bound }: UnitFieldProps) {
  const t = useText(recoveryText);
  const [words, setWords] = useState("");
  const found = useQuery(unitsFoundQuery(contract, words)).data?.items ?? [];
  return (
    <>
      <TextField
        name="unit_words"
        label={t("unitWords")}
        hint={t("unitWordsHint")}
        value={words}
        onChange={setWords}
        maxLength={100}
      />
      <SelectField
        {...bound}
        label={t("unit")}
        required
        none={t("familyNone")}
        options={found
          .filter((unit) => unit.model === model)
          .map(({ id, number, site, place }) => ({
            value: id,
            label: [number, site, place].filter(Boolean).join(" "),
          }))}
      />
    </>
  );
}
