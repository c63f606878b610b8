import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useContractDay } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { RenewalPreview, RenewalUnit, SiteRenewal } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { parseWrittenDay, sayDay, sayDays } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { Check, ChoiceField, FieldGroup, TextAreaField, TextField } from "../../ui/Field";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { planRenewal, renewalsQuery, renewUnits } from "./facts.queries";
import { factsText, renewalText } from "./facts.text";
import { missing, wrongDays } from "./moments";
import { unitText, unitUse } from "./unit.text";

export interface Entry {
  kind: "plan" | "done";
  site: SiteRenewal;
}

interface Props {
  contract: string;
  generation: string;
  entry: Entry;
  onClose: () => void;
}

interface Values {
  from: string;
  to: string;
  on: string;
  which: "all" | "some";
  units: string;
  model: string;
  text: string;
}

const label = (key: "planFrom" | "planTo" | "on" | "reason") => message(renewalText, key);
const dayOf = (written: string): string => parseWrittenDay(written) ?? written;

/** Asks, shows what it will do to each device, and saves what was shown. */
export function RenewalDialogs({ contract, generation, entry, onClose }: Props) {
  const client = useQueryClient();
  const presentDay = useContractDay();
  const { site, kind } = entry;
  const [values, setValues] = useState<Values>({
    from: site.planned_from ?? "",
    to: site.planned_to ?? "",
    on: presentDay,
    which: "all",
    units: "",
    model: "",
    text: "",
  });
  const [preview, setPreview] = useState<RenewalPreview | undefined>();
  const send = (typed: Values, seen?: string) => {
    const shared = {
      generation,
      site_id: site.site_id ?? null,
      units: typed.which === "some" ? typed.units.split(" ").filter(Boolean) : [],
      ...(seen && { seen }),
    };
    return kind === "plan"
      ? planRenewal(contract, { ...shared, from: dayOf(typed.from), to: dayOf(typed.to), reason: typed.text })
      : renewUnits(contract, {
          ...shared,
          on: dayOf(typed.on),
          model: typed.model,
          type_number: "",
          note: typed.text,
        });
  };
  const done = async () => {
    await client.invalidateQueries({ queryKey: ["register", contract] });
    announce(message(renewalText, kind === "plan" ? "planSaved" : "doneSaved"));
    onClose();
  };
  if (preview)
    return (
      <PreviewDialog
        kind={kind}
        values={values}
        preview={preview}
        save={() => send(values, preview.stamp)}
        onDone={done}
        onBack={() => setPreview(undefined)}
      />
    );
  return (
    <EntryDialog
      contract={contract}
      generation={generation}
      entry={entry}
      initial={values}
      send={send}
      onPreview={(typed, answer) => {
        setValues(typed);
        setPreview(answer);
      }}
      onClose={onClose}
    />
  );
}

interface EntryProps extends Props {
  initial: Values;
  send: (values: Values) => Promise<RenewalPreview>;
  onPreview: (values: Values, preview: RenewalPreview) => void;
}

function EntryDialog({
  contract,
  generation,
  entry: { kind, site },
  initial,
  send,
  onPreview,
  onClose,
}: EntryProps) {
  const t = useText(renewalText);
  const facts = useText(factsText);
  const mutation = useMutation({ mutationFn: (values: Values) => send(values) });
  const asked = kind === "plan" ? { from: label("planFrom"), to: label("planTo") } : { on: label("on") };
  return (
    <FormDialog<Values, Values, RenewalPreview>
      title={`${t(kind === "plan" ? "enterPlan" : "recordDone")}（${site.site || t("siteNone")}）`}
      submit={t("preview")}
      initial={initial}
      validate={(values) => ({
        ...missing(values, { ...asked, ...(kind === "plan" && { text: label("reason") }) }),
        ...wrongDays(values, asked),
        ...(values.which === "some" && values.units === "" && { units: message(renewalText, "chooseSome") }),
      })}
      mutation={mutation}
      input={(values) => values}
      onDone={onPreview}
      onClose={onClose}
    >
      {(form) => (
        <>
          {kind === "plan" ? (
            <>
              <DateField {...form.bind("from")} label={t("planFrom")} required />
              <DateField {...form.bind("to")} label={t("planTo")} required />
              <TextAreaField {...form.bind("text")} label={t("reason")} required rows={2} maxLength={1000} />
            </>
          ) : (
            <>
              <DateField {...form.bind("on")} label={t("on")} required />
              <TextField {...form.bind("model")} label={facts("newModel")} optional maxLength={100} />
              <TextAreaField {...form.bind("text")} label={t("note")} optional rows={2} maxLength={1000} />
            </>
          )}
          <ChoiceField<Values["which"]>
            {...form.bind("which")}
            label={t("which")}
            options={[
              { value: "all", label: t("all", { count: String(site.left) }) },
              { value: "some", label: t("some") },
            ]}
          />
          {form.values.which === "some" && (
            <Choice contract={contract} generation={generation} site={site} bound={form.bind("units")} />
          )}
        </>
      )}
    </FormDialog>
  );
}

interface ChoiceProps {
  contract: string;
  generation: string;
  site: SiteRenewal;
  bound: { name: string; value: string; onChange: (value: string) => void };
}

function Choice({ contract, generation, site, bound }: ChoiceProps) {
  const t = useText(renewalText);
  const { data } = useQuery(renewalsQuery(contract, { generation, site: site.site_id ?? undefined }));
  const chosen = new Set(bound.value.split(" ").filter(Boolean));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    bound.onChange([...next].join(" "));
  };
  return (
    <FieldGroup {...bound} label={t("some")}>
      <div className="renewal-choice">
        {(data?.units ?? [])
          .filter(({ state }) => state === "left")
          .map(({ id, number, model }) => (
            <Check
              key={id}
              label={`${number} ${model}`}
              checked={chosen.has(id)}
              onChange={(on) => toggle(id, on)}
            />
          ))}
      </div>
    </FieldGroup>
  );
}

interface PreviewProps {
  kind: Entry["kind"];
  values: Values;
  preview: RenewalPreview;
  save: () => Promise<unknown>;
  onDone: () => unknown;
  onBack: () => void;
}

function PreviewDialog({ kind, values, preview, save, onDone, onBack }: PreviewProps) {
  const t = useText(renewalText);
  const unit = useText(unitText);
  const mutation = useMutation({ mutationFn: save, onSuccess: onDone });
  const spoken = useLanguage();
  const then =
    kind === "plan"
      ? sayDays(dayOf(values.from), dayOf(values.to), spoken)
      : sayDay(dayOf(values.on), spoken);
  return (
    <Dialog title={t("previewTitle", { count: String(preview.units.length) })} wide onClose={onBack}>
      {mutation.isError && <ProblemBanner problem={problemOf(mutation.error)} />}
      <p>
        {t(kind === "plan" ? "plan" : "actual")}: <strong>{then}</strong>
      </p>
      <div className="renewal-preview">
        <Table caption={t("previewTitle", { count: String(preview.units.length) })}>
          <thead>
            <tr>
              <th scope="col">{unit("number")}</th>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.units.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.number}</th>
                <PreviewCells kind={kind} unit={each} then={then} />
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <DialogActions onCancel={onBack}>
        <Button look="solid" busy={mutation.isPending} onClick={() => mutation.mutate()}>
          {t("save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function PreviewCells({ kind, unit, then }: { kind: Entry["kind"]; unit: RenewalUnit; then: string }) {
  const t = useText(renewalText);
  const use = useText(unitUse);
  const spoken = useLanguage();
  if (kind === "plan")
    return (
      <>
        <td>
          {unit.planned_from && unit.planned_to ? sayDays(unit.planned_from, unit.planned_to, spoken) : "－"}
        </td>
        <td>{then}</td>
      </>
    );
  return (
    <>
      <td>
        {unit.model} {use(unit.use)}
      </td>
      <td>
        {unit.ends ? (
          <strong>{t("retired")}</strong>
        ) : (
          <>
            {unit.new_model} {unit.use === "planned" && t("installed")}
          </>
        )}
      </td>
    </>
  );
}
