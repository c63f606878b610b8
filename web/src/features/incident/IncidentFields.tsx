import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sitesQuery } from "../../api/contract";
import { useSitesOf } from "../../api/session";
import type { Contract, Incident, OpenIncident } from "../../api/types";
import { wallClock } from "../../lib/day";
import type { Errors } from "../../lib/form";
import { type Message, message, useSay, useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { unitsQuery } from "./incident.queries";
import { incidentText } from "./incident.text";
import { symptoms, symptomText } from "./symptom.text";

/** What is handed over, as it is typed. */
export interface IntakeValues {
  phenomenon: string;
  site_id: string;
  place: string;
  device_id: string;
  device_class: string;
  severity: string;
  error_text: string;
  contact_person: string;
  contact_phone: string;
  occurred_at: string;
}

export const blankIntake: IntakeValues = {
  phenomenon: "",
  site_id: "",
  place: "",
  device_id: "",
  device_class: "",
  severity: "",
  error_text: "",
  contact_person: "",
  contact_phone: "",
  occurred_at: "",
};

export const intakeOf = (incident: Incident): IntakeValues => ({
  phenomenon: incident.phenomenon,
  site_id: incident.site_id ?? "",
  place: incident.place,
  device_id: incident.device_id ?? "",
  device_class: incident.class,
  severity: incident.severity,
  error_text: incident.error_text,
  contact_person: incident.contact_person,
  contact_phone: incident.contact_phone,
  occurred_at: incident.occurred_at ? wallClock(incident.occurred_at) : "",
});

export const intakeBody = (values: IntakeValues): OpenIncident["intake"] => ({
  phenomenon: values.phenomenon,
  site_id: values.site_id || null,
  place: values.place,
  device_id: values.device_id || null,
  class: values.device_id ? "" : values.device_class,
  severity: values.severity,
  error_text: values.error_text,
  contact_person: values.contact_person,
  contact_phone: values.contact_phone,
  occurred_at: values.occurred_at || null,
});

const fillIn = (key: "phenomenon" | "contactPerson" | "site"): Message =>
  message(incidentText, "fillIn", { label: message(incidentText, key) });

export const intakeErrors = (values: IntakeValues): Errors<IntakeValues> => ({
  ...(values.phenomenon.trim() === "" && { phenomenon: fillIn("phenomenon") }),
  ...(values.contact_person.trim() === "" && { contact_person: fillIn("contactPerson") }),
  ...(values.site_id === "" && values.place.trim() === "" && { site_id: fillIn("site") }),
});

/** How a form of these values, or of more, hands out its fields. */
export interface IntakeForm {
  values: IntakeValues;
  set: (change: Partial<IntakeValues>) => void;
  bind: <K extends keyof IntakeValues & string>(
    name: K,
  ) => { name: K; value: string; error: Message | undefined; onChange: (value: IntakeValues[K]) => void };
}

interface Props {
  contract: Contract;
  form: IntakeForm;
}

/** `graded`: the severity is asked for too, of who decides it. */
export function IncidentFields({ contract, form, graded = false }: Props & { graded?: boolean }) {
  const t = useText(incidentText);
  return (
    <>
      <SiteFields contract={contract} form={form} />
      <UnitFields contract={contract} form={form} graded={graded} />
      <TextAreaField
        {...form.bind("phenomenon")}
        label={t("phenomenon")}
        hint={t("phenomenonHint")}
        required
        rows={3}
        maxLength={5000}
      />
      <Examples form={form} />
      <TextAreaField
        {...form.bind("error_text")}
        label={t("errorText")}
        hint={t("errorHint")}
        optional
        rows={2}
        maxLength={5000}
      />
      <div className="form-row">
        <TextField {...form.bind("contact_person")} label={t("contactPerson")} required maxLength={200} />
        <TextField {...form.bind("contact_phone")} label={t("contactPhone")} optional maxLength={200} />
      </div>
      <MomentField {...form.bind("occurred_at")} label={t("occurredAt")} optional />
    </>
  );
}

function SiteFields({ contract, form }: Props) {
  const t = useText(incidentText);
  const own = useSitesOf(contract.id, "view_incident");
  const all = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  const sites = own ? all.filter(({ id }) => own.includes(id)) : all;
  const { onChange, ...site } = form.bind("site_id");
  return (
    <div className="form-row">
      <SelectField
        {...site}
        label={t("site")}
        required
        none={own ? t("chooseSite") : t("siteOrPlace")}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          onChange(id);
          form.set({ device_id: "" });
        }}
      />
      <TextField {...form.bind("place")} label={t("place")} hint={t("placeHint")} maxLength={200} />
    </div>
  );
}

function UnitFields({ contract, form, graded }: Props & { graded: boolean }) {
  const t = useText(incidentText);
  const say = useSay();
  const [words, setWords] = useState("");
  const { data } = useQuery({
    ...unitsQuery(contract.id, form.values.site_id, words),
    placeholderData: (before) => before,
  });
  const units = (data?.items ?? []).filter(({ use }) => use !== "retired" && use !== "planned");
  const { onChange, ...device } = form.bind("device_id");
  const unit = units.find(({ id }) => id === device.value);
  const kind = unit?.class ?? form.values.device_class;
  const grades = contract.support_windows.filter(
    ({ classes, severity }) => graded && severity !== "" && classes.includes(kind),
  );
  const classes = data?.classes ?? [];
  return (
    <>
      <div className="form-row">
        <TextField
          name="unit_words"
          label={t("unitSearch")}
          hint={t("unitSearchHint")}
          value={words}
          onChange={setWords}
          optional
          maxLength={100}
          autoComplete="off"
        />
        <SelectField
          {...device}
          label={t("unit")}
          optional
          none={t("unitNone")}
          options={units.map((each) => ({
            value: each.id,
            label: [each.number, each.kind, each.model, form.values.site_id ? each.place : each.site]
              .filter(Boolean)
              .join(" "),
          }))}
          onChange={(id) => {
            onChange(id);
            const chosen = units.find((each) => each.id === id);
            if (chosen)
              form.set({
                site_id: chosen.site_id ?? form.values.site_id,
                place: form.values.place || chosen.place,
                device_class: chosen.class,
              });
          }}
        />
      </div>
      {!unit && classes.length > 0 && (
        <SelectField
          {...form.bind("device_class")}
          label={t("class")}
          optional
          none={t("classNone")}
          options={classes.map(({ id, label }) => ({ value: id, label: say(label) }))}
        />
      )}
      {grades.length > 0 && (
        <SelectField
          {...form.bind("severity")}
          label={t("severity")}
          none={t("severityNone")}
          options={grades.map(({ severity, label }) => ({ value: severity, label: say(label) }))}
        />
      )}
    </>
  );
}

function Examples({ form }: { form: IntakeForm }) {
  const t = useText(incidentText);
  const word = useText(symptomText);
  return (
    <fieldset className="field">
      <legend className="field-label">{t("examples")}</legend>
      <div className="incident-examples">
        {symptoms.map((each) => (
          <Button key={each} size="sm" type="button" onClick={() => form.set({ phenomenon: word(each) })}>
            {word(each)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
