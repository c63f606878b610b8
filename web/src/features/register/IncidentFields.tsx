import type { CorrectSecurityIncident, Incident, ReportIncident, SecurityIncident } from "../../api/types";
import type { Errors, useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { parties } from "./damage.queries";
import { incidentCategories, kindsOf } from "./incident.queries";
import { incidentCategory, incidentKind, incidentParty, incidentText } from "./incident.text";
import { missing, wallClock, wallClockNow } from "./moments";
import { typedYen } from "./typed-yen";

export interface IncidentValues {
  category: SecurityIncident["category"];
  kind: string;
  title: string;
  noticed_at: string;
  place: string;
  what: string;
  assets: string;
  affected: string;
  first_measures: string;
  cause: string;
  extent: string;
  party: string;
  party_name: string;
  amount_yen: string;
  /** Of a correction. */
  reason: string;
}

export const incidentValues = (row?: SecurityIncident): IncidentValues => ({
  category: row?.category ?? "security",
  kind: row?.kind ?? "loss",
  title: row?.title ?? "",
  noticed_at: row ? wallClock(row.noticed_at) : wallClockNow(),
  place: row?.place ?? "",
  what: row?.what ?? "",
  assets: row?.assets ?? "",
  affected: row?.affected ?? "",
  first_measures: row?.first_measures ?? "",
  cause: row?.cause ?? "",
  extent: row?.extent ?? "",
  party: row?.party ?? "city",
  party_name: row?.party_name ?? "",
  amount_yen: row?.amount_yen?.toString() ?? "",
  reason: "",
});

/** What a fault of the equipment told, as the beginning of an accident that came of it. */
export const valuesOfFault = (fault: Incident): IncidentValues => ({
  ...incidentValues(),
  category: "accident",
  kind: "other",
  title: fault.phenomenon.slice(0, 200),
  noticed_at: wallClock(fault.begun_at),
  place: [fault.site_name, fault.place].filter(Boolean).join(" "),
  what: [fault.phenomenon, fault.error_text].filter(Boolean).join("\n"),
  assets: [fault.device_number, fault.device_kind].filter(Boolean).join(" "),
});

export const incidentErrors = (values: IncidentValues): Errors<IncidentValues> => {
  const damage = values.category === "damage";
  return {
    ...missing(values, {
      title: message(incidentText, "subject"),
      noticed_at: message(incidentText, "noticedAt"),
      place: message(incidentText, "place"),
      what: message(incidentText, "what"),
      ...(damage && { affected: message(incidentText, "damaged") }),
      ...(damage && values.party === "third_party" && { party_name: message(incidentText, "partyName") }),
    }),
    ...(damage &&
      typedYen(values.amount_yen) === undefined && { amount_yen: message(incidentText, "wrongAmount") }),
  };
};

/** What the category asks for, in the server's words: what was typed under another one is left out. */
const told = (values: IncidentValues): Omit<CorrectSecurityIncident, "reason"> => {
  const { category, party, party_name, amount_yen, affected, first_measures, cause, extent } = values;
  const { title, noticed_at, place, what, assets } = values;
  const kind = values.kind as SecurityIncident["kind"];
  const every = { kind, title, noticed_at, place, what, assets };
  const harm = { affected, first_measures, cause, extent };
  if (category === "security") return every;
  if (category === "accident") return { ...every, ...harm };
  return {
    ...every,
    ...harm,
    party: party as NonNullable<SecurityIncident["party"]>,
    party_name: party === "third_party" ? party_name : "",
    amount_yen: typedYen(amount_yen) ?? null,
  };
};

export const incidentBody = (values: IncidentValues): ReportIncident => ({
  ...told(values),
  category: values.category,
});

export const correctionBody = (values: IncidentValues): CorrectSecurityIncident => ({
  ...told(values),
  reason: values.reason,
});

export const correctionErrors = (values: IncidentValues): Errors<IncidentValues> => ({
  ...incidentErrors(values),
  ...missing(values, { reason: message(incidentText, "correctionReason") }),
});

type Form = ReturnType<typeof useForm<IncidentValues>>;

/** Which of the three it is; only while it is reported. Each has its own kinds. */
export function CategoryField({ form }: { form: Form }) {
  const t = useText(incidentText);
  const word = useText(incidentCategory);
  return (
    <ChoiceField<SecurityIncident["category"]>
      {...form.bind("category")}
      onChange={(category) => form.set({ category, kind: kindsOf[category][0] ?? "other" })}
      label={t("category")}
      hint={t("categoryHint")}
      options={incidentCategories.map((value) => ({ value, label: word(value) }))}
    />
  );
}

/** What is told of an incident, when it is reported and when it is corrected. */
export function IncidentFields({ form }: { form: Form }) {
  const t = useText(incidentText);
  const kind = useText(incidentKind);
  const { category } = form.values;
  return (
    <>
      <SelectField
        {...form.bind("kind")}
        label={t("kind")}
        options={kindsOf[category].map((value) => ({ value, label: kind(value) }))}
      />
      <TextField {...form.bind("title")} label={t("subject")} required maxLength={200} />
      <MomentField {...form.bind("noticed_at")} label={t("noticedAt")} required />
      <TextField {...form.bind("place")} label={t("place")} required maxLength={500} />
      <TextAreaField {...form.bind("what")} label={t("what")} required maxLength={5000} />
      {category === "damage" && <DamageFields form={form} />}
      {category !== "security" && <HarmFields form={form} />}
      <TextAreaField
        {...form.bind("assets")}
        label={t("assets")}
        hint={t("assetsHint")}
        optional
        rows={2}
        maxLength={2000}
      />
    </>
  );
}

function HarmFields({ form }: { form: Form }) {
  const t = useText(incidentText);
  return (
    <>
      {form.values.category === "accident" && (
        <TextField
          {...form.bind("affected")}
          label={t("affected")}
          hint={t("affectedHint")}
          optional
          maxLength={500}
        />
      )}
      <TextAreaField
        {...form.bind("first_measures")}
        label={t("firstMeasures")}
        hint={t("firstMeasuresHint")}
        optional
        rows={2}
        maxLength={5000}
      />
      {(["cause", "extent"] as const).map((name) => (
        <TextAreaField
          key={name}
          {...form.bind(name)}
          label={t(name)}
          hint={t("laterHint")}
          optional
          rows={2}
          maxLength={5000}
        />
      ))}
    </>
  );
}

function DamageFields({ form }: { form: Form }) {
  const t = useText(incidentText);
  const word = useText(incidentParty);
  return (
    <>
      <TextField {...form.bind("affected")} label={t("damaged")} required maxLength={500} />
      <SelectField
        {...form.bind("party")}
        label={t("party")}
        required
        options={parties.map((value) => ({ value, label: word(value) }))}
      />
      {form.values.party === "third_party" && (
        <TextField
          {...form.bind("party_name")}
          label={t("partyName")}
          hint={t("partyNameHint")}
          required
          maxLength={200}
        />
      )}
      <TextField
        {...form.bind("amount_yen")}
        label={t("amount")}
        hint={t("amountHint")}
        optional
        inputMode="numeric"
        maxLength={20}
      />
    </>
  );
}
