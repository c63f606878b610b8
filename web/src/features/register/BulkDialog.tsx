import "../../parts/import/import.css";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sitesQuery } from "../../api/contract";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { BulkChange, Movement, RegisterImport, Unit } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import type { FormOf } from "../../parts/FormDialog";
import { ImportPreview } from "../../parts/import/ImportPreview";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { Check, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { factsText } from "./facts.text";
import { missing, wrongDays } from "./moments";
import { moveCauses, unitUses } from "./unit.queries";
import { moveCause, unitText, unitUse } from "./unit.text";
import { previewBulk, refreshUnits, saveBulk } from "./unit-import.queries";
import { unitImportText } from "./unit-import.text";

interface Props {
  contract: string;
  /** Which devices: some, or all that match a filter. */
  which: Pick<BulkChange, "units" | "filter">;
  divisions: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

const untouched = {
  on: "",
  cause: "correction" as string,
  site: "",
  use: "",
  division: "",
  place: "",
  remarks: "",
  boughtOn: "",
  warranty: "",
  wire: "",
  spareKey: "",
  medium: "",
  reason: "",
};

/** Changes many devices at once: what to change, what that would do, one reason, one act. */
export function BulkDialog(props: Props) {
  const t = useText(unitImportText);
  const [seen, setSeen] = useState<
    { change: BulkChange; preview: RegisterImport; reason: string } | undefined
  >();
  const [values, setValues] = useState(() => ({ ...untouched, on: today() }));
  return (
    <Dialog title={t("bulkTitle")} onClose={props.onClose} wide>
      {seen ? (
        <Confirm {...props} {...seen} onBack={() => setSeen(undefined)} />
      ) : (
        <Edit
          {...props}
          initial={values}
          onSeen={(change, preview, typed) => {
            setValues(typed);
            setSeen({ change, preview, reason: typed.reason });
          }}
        />
      )}
    </Dialog>
  );
}

type Values = typeof untouched;

function factsOf({ boughtOn, warranty, wire, spareKey, medium }: Values): BulkChange["edit"] {
  return {
    ...(boughtOn && { bought_on: parseWrittenDay(boughtOn) ?? boughtOn }),
    ...(warranty && { warranty_ends_on: parseWrittenDay(warranty) ?? warranty }),
    ...(wire && { wire: wire === "yes" }),
    ...(spareKey && { spare_key: spareKey === "yes" }),
    ...(medium && { medium_edition: medium }),
  };
}

function FactFields({ form }: { form: FormOf<Values> }) {
  const t = useText(unitImportText);
  const fact = useText(factsText);
  const yesNo = [
    { value: "yes", label: fact("yes") },
    { value: "no", label: fact("no") },
  ];
  return (
    <>
      <DateField {...form.bind("boughtOn")} label={fact("boughtOn")} hint={t("blankKeeps")} />
      <DateField {...form.bind("warranty")} label={fact("warranty")} hint={t("blankKeeps")} />
      <SelectField {...form.bind("wire")} label={fact("wire")} none={t("keep")} options={yesNo} />
      <SelectField {...form.bind("spareKey")} label={fact("spareKey")} none={t("keep")} options={yesNo} />
      <TextField {...form.bind("medium")} label={fact("medium")} hint={t("blankKeeps")} maxLength={200} />
    </>
  );
}

interface EditProps extends Props {
  initial: Values;
  onSeen: (change: BulkChange, preview: RegisterImport, typed: Values) => void;
}

function Edit({ contract, which, divisions, initial, onSeen, onClose }: EditProps) {
  const t = useText(unitImportText);
  const register = useText(unitText);
  const use = useText(unitUse);
  const cause = useText(moveCause);
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const [place, setPlace] = useState(initial.place !== "");
  const [remarks, setRemarks] = useState(initial.remarks !== "");
  const [facts, setFacts] = useState(
    [initial.boughtOn, initial.warranty, initial.wire, initial.spareKey, initial.medium].some(Boolean),
  );
  const on = message(unitImportText, "bulkOn");
  const form = useForm<Values>({
    initial,
    validate: (values) => ({
      ...missing(values, { on, reason: message(unitImportText, "reason") }),
      ...wrongDays(values, {
        on,
        boughtOn: message(factsText, "boughtOn"),
        warranty: message(factsText, "warranty"),
      }),
    }),
  });
  const look = useMutation({
    mutationFn: (change: BulkChange) => previewBulk(contract, change),
    onSuccess: (preview, change) => onSeen(change, preview, form.values),
  });
  const submit = async () => {
    if (!form.check()) return;
    const { values } = form;
    try {
      await look.mutateAsync({
        ...which,
        on: parseWrittenDay(values.on) ?? values.on,
        cause: values.cause as Movement["cause"],
        edit: {
          ...(values.site && { site_id: values.site }),
          ...(values.use && { use: values.use as Unit["use"] }),
          ...(values.division && { division: values.division }),
          ...(place && { place: values.place }),
          ...(remarks && { remarks: values.remarks }),
          ...(facts && factsOf(values)),
        },
      });
    } catch (error) {
      form.setErrors(errorsOf(problemOf(error), form.values));
    }
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {look.isError && <ProblemBanner problem={problemOf(look.error)} />}
      <ErrorSummary errors={form.list} />
      <SelectField
        {...form.bind("site")}
        label={register("site")}
        none={t("keep")}
        options={sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
      />
      <SelectField
        {...form.bind("use")}
        label={register("use")}
        none={t("keep")}
        options={unitUses.map((value) => ({ value, label: use(value) }))}
      />
      {divisions.length > 0 && (
        <SelectField
          {...form.bind("division")}
          label={register("division")}
          none={t("keep")}
          options={divisions.map((value) => ({ value, label: value }))}
        />
      )}
      <Check label={t("changePlace")} checked={place} onChange={setPlace} />
      {place && (
        <TextField {...form.bind("place")} label={t("newPlace")} maxLength={200} autoComplete="off" />
      )}
      <Check label={t("changeRemarks")} checked={remarks} onChange={setRemarks} />
      {remarks && (
        <TextAreaField {...form.bind("remarks")} label={t("newRemarks")} rows={2} maxLength={1000} />
      )}
      <Check label={t("changeFacts")} checked={facts} onChange={setFacts} />
      {facts && <FactFields form={form} />}
      <DateField {...form.bind("on")} label={t("bulkOn")} required />
      <SelectField
        {...form.bind("cause")}
        label={register("cause")}
        options={moveCauses.map((value) => ({ value, label: cause(value) }))}
      />
      <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={1000} />
      <DialogActions onCancel={onClose}>
        <Button type="submit" look="solid" busy={look.isPending}>
          {t("bulkPreview")}
        </Button>
      </DialogActions>
    </form>
  );
}

interface ConfirmProps extends Props {
  change: BulkChange;
  preview: RegisterImport;
  reason: string;
  onBack: () => void;
}

function Confirm({ contract, change, preview, reason, onBack, onClose, onDone }: ConfirmProps) {
  const t = useText(unitImportText);
  const client = useQueryClient();
  const [skip, setSkip] = useState(false);
  const { counts } = preview.plan;
  const save = useMutation({
    mutationFn: () =>
      saveBulk(contract, { change, preview: preview.preview, reason: reason.trim(), skip_refused: skip }),
    onSuccess: async (saved) => {
      await refreshUnits(client, contract);
      announce(message(unitImportText, "bulkDone", { count: saved.changed + saved.taken }));
      onDone();
    },
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      {save.isError && <ProblemBanner problem={problemOf(save.error)} />}
      <ImportPreview
        title={t("bulkTitle")}
        thing={t("thing")}
        printed={(_, value) => value}
        preview={preview.plan}
      />
      {counts.changed === 0 && counts.refused === 0 && <p role="status">{t("bulkNothing")}</p>}
      {counts.refused > 0 && (
        <Check label={t("bulkSkip", { count: counts.refused })} checked={skip} onChange={setSkip} />
      )}
      <DialogActions onCancel={onClose}>
        <Button onClick={onBack}>{t("bulkBack")}</Button>
        <Button
          type="submit"
          look="solid"
          busy={save.isPending}
          disabled={counts.changed === 0 || (counts.refused > 0 && !skip)}
        >
          {t("bulkSave")}
        </Button>
      </DialogActions>
    </form>
  );
}
