import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { sitesQuery } from "../../api/contract";
import { today, useSession } from "../../api/session";
import type { Installation, InstallationPage, PlanInstallation } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { EditionField } from "./EditionField";
import { planInstallation, recordInstallationStep } from "./installation.queries";
import { installationAct, installationKind, installationText } from "./installation.text";
import { openRequestsQuery } from "./media.queries";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { registerText } from "./register.text";
import { unitsFoundQuery } from "./repair.queries";

const label = (key: keyof typeof installationText & string) => message(installationText, key as "number");

type Kind = Installation["kind"];

interface ChosenUnit {
  device_id: string;
  number: string;
  class: string;
  about: string;
  place: string;
  address: string;
}

const planning = {
  kind: "installation" as Kind,
  site_id: "",
  planned_on: "",
  units: [] as ChosenUnit[],
  request_id: "",
  instruction: "",
  medium: "",
  agreement: "",
  lent_on: "",
  note: "",
};

const atSite = (kind: Kind) => kind === "installation" || kind === "relocation";

interface PlanProps {
  contract: string;
  kinds: InstallationPage["kinds"];
  onClose: () => void;
}

/** Plans a job on some units, told by the city. */
export function PlanDialog({ contract, kinds, onClose }: PlanProps) {
  const t = useText(installationText);
  const kindWord = useText(installationKind);
  const navigate = useNavigate();
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const jobs = useQuery(openRequestsQuery(contract)).data?.items ?? [];
  const termsOf = (kind: Kind) => kinds.find((each) => each.kind === kind);
  const isSetUp = (kind: Kind) => (unit: ChosenUnit) => {
    const classes = termsOf(kind)?.setup_classes ?? [];
    return (
      (kind === "resetup" || termsOf(kind)?.setup_first === true) &&
      (classes.length === 0 || classes.includes(unit.class))
    );
  };
  return (
    <RecordDialog
      row={{ contract, kind: "installations", id: "" }}
      title={t("plan")}
      initial={{ ...planning, kind: kinds[0]?.kind ?? planning.kind, planned_on: today(), lent_on: today() }}
      validate={(values) => ({
        ...missing(values, {
          planned_on: label("plannedOn"),
          ...(atSite(values.kind) && { site_id: label("site") }),
          ...(values.request_id === "" && { instruction: label("instruction") }),
          ...(values.units.some(isSetUp(values.kind)) && { medium: label("medium") }),
        }),
        ...wrongDays(values, { planned_on: label("plannedOn"), lent_on: label("lentOn") }),
        ...(values.units.length === 0 && { units: label("unitsMissing") }),
      })}
      send={async ({ units, ...values }) => {
        const body: PlanInstallation = {
          ...values,
          site_id: atSite(values.kind) ? values.site_id || null : null,
          request_id: values.request_id || null,
          lent_on: termsOf(values.kind)?.return_days ? values.lent_on || null : null,
          units: units.map(({ device_id, place, address }) => ({ device_id, place, address })),
        };
        const made = await planInstallation(contract, body);
        return navigate({
          to: "/contracts/$contract/installations/$job",
          params: { contract, job: made.id },
        });
      }}
      done={message(installationText, "planned")}
      onClose={onClose}
    >
      {(form) => {
        const { kind } = form.values;
        const firstSetUp = form.values.units.find(isSetUp(kind));
        return (
          <>
            <SelectField
              {...form.bind("kind")}
              onChange={(value) => form.set({ kind: value as Kind })}
              label={t("kind")}
              options={kinds.map((each) => ({ value: each.kind, label: kindWord(each.kind) }))}
            />
            <DateField {...form.bind("planned_on")} label={t("plannedOn")} required />
            {atSite(kind) && (
              <SelectField
                {...form.bind("site_id")}
                label={t("site")}
                required
                none={t("siteNone")}
                options={sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
              />
            )}
            <Units contract={contract} form={form} />
            <SelectField
              {...form.bind("request_id")}
              label={t("job")}
              none={t("jobNone")}
              options={jobs.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
            />
            {form.values.request_id === "" && (
              <TextField
                {...form.bind("instruction")}
                label={t("instruction")}
                hint={t("instructionHint")}
                required
                maxLength={1000}
              />
            )}
            {firstSetUp && (
              <EditionField
                contract={contract}
                unit={firstSetUp.device_id}
                bound={form.bind("medium")}
                label={t("medium")}
                required
              />
            )}
            {termsOf(kind)?.return_days && (
              <DateField {...form.bind("lent_on")} label={t("lentOn")} required />
            )}
            <TextField
              {...form.bind("agreement")}
              label={t("agreement")}
              hint={t("agreementHint")}
              optional
              maxLength={1000}
            />
            <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
          </>
        );
      }}
    </RecordDialog>
  );
}

/** Units are looked for by their IDs and chosen one by one; each says where it is put. */
function Units({ contract, form }: { contract: string; form: FormOf<typeof planning> }) {
  const t = useText(installationText);
  const [words, setWords] = useState("");
  const { data: found } = useQuery(unitsFoundQuery(contract, words));
  const { units } = form.values;
  const free = (found?.items ?? []).filter(({ id }) => !units.some(({ device_id }) => device_id === id));
  const add = (id: string) => {
    const unit = free.find((each) => each.id === id);
    if (!unit) return;
    const about = [unit.kind, unit.site, unit.place].filter(Boolean).join(" ");
    form.set({
      units: [
        ...units,
        { device_id: unit.id, number: unit.number, class: unit.class, about, place: "", address: "" },
      ],
    });
  };
  const put = (id: string, change: Partial<ChosenUnit>) =>
    form.set({ units: units.map((each) => (each.device_id === id ? { ...each, ...change } : each)) });
  return (
    <>
      <TextField
        name="unit_words"
        label={t("unitSearch")}
        value={words}
        onChange={setWords}
        maxLength={100}
      />
      {found && found.items.length === 0 && <p className="quiet">{t("unitNone")}</p>}
      <SelectField
        name="units"
        value=""
        onChange={add}
        error={form.errors.units}
        label={t("unitAdd")}
        required
        none=""
        options={free.map(({ id, number, kind, site, place }) => ({
          value: id,
          label: [number, kind, site, place].filter(Boolean).join(" "),
        }))}
      />
      {units.length > 0 && (
        <ul className="chosen-units" aria-label={t("unitsChosen")}>
          {units.map(({ device_id, number, about, place, address }) => (
            <li key={device_id}>
              <span>
                <strong>{number}</strong> <small>{about}</small>
              </span>
              <TextField
                name={`place-${device_id}`}
                label={t("placeOf", { number })}
                value={place}
                onChange={(value) => put(device_id, { place: value })}
                optional
                maxLength={200}
              />
              {atSite(form.values.kind) && (
                <TextField
                  name={`address-${device_id}`}
                  label={t("addressOf", { number })}
                  value={address}
                  onChange={(value) => put(device_id, { address: value })}
                  optional
                  maxLength={60}
                />
              )}
              <Button
                size="sm"
                aria-label={t("takeUnit", { number })}
                onClick={() => form.set({ units: units.filter((each) => each.device_id !== device_id) })}
              >
                {t("take")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface StepProps {
  contract: string;
  job: Installation;
  first: Installation["acts"][number];
  onClose: () => void;
}

/** Set up, done, given back or given up: whatever can follow now. */
export function JobStepDialog({ contract, job, first, onClose }: StepProps) {
  const t = useText(installationText);
  const shared = useText(registerText);
  const word = useText(installationAct);
  const { person } = useSession();
  return (
    <RecordDialog
      row={{ contract, kind: "installations", id: job.id }}
      over={job}
      title={t("record")}
      initial={{
        act: first,
        on: today(),
        person: first === "returned" ? "" : person.name,
        medium: "",
        note: "",
      }}
      validate={(values) => ({
        ...missing(values, {
          on: message(registerText, "on"),
          person: label(values.act === "returned" ? "receiver" : "person"),
          ...(values.act === "set_up" && { medium: label("mediumUsed") }),
          ...(values.act === "returned" && { note: label("receipt") }),
          ...(values.act === "cancelled" && { note: label("why") }),
        }),
        ...wrongDays(values, { on: message(registerText, "on") }),
      })}
      send={(values, opened) => recordInstallationStep(contract, opened, values)}
      done={message(installationText, "recorded")}
      onClose={onClose}
    >
      {(form) => {
        const { act } = form.values;
        const noteLabel = act === "returned" ? "receipt" : act === "cancelled" ? "why" : "note";
        return (
          <>
            <SelectField
              {...form.bind("act")}
              onChange={(value) => form.set({ act: value as typeof act })}
              label={t("act")}
              hint={act === "done" ? t("doneHint") : undefined}
              options={job.acts.map((value) => ({ value, label: word(value) }))}
            />
            <DateField {...form.bind("on")} label={shared("on")} required />
            <TextField
              {...form.bind("person")}
              label={t(act === "returned" ? "receiver" : "person")}
              required
              maxLength={200}
            />
            {act === "set_up" && (
              <EditionField
                contract={contract}
                unit={job.units.find((each) => each.set_up)?.device_id}
                bound={form.bind("medium")}
                label={t("mediumUsed")}
                hint={t("mediumHint", { medium: job.medium })}
                named={job.medium}
                required
              />
            )}
            <TextAreaField
              {...form.bind("note")}
              label={t(noteLabel)}
              required={noteLabel !== "note"}
              optional={noteLabel === "note"}
              rows={2}
              maxLength={1000}
            />
          </>
        );
      }}
    </RecordDialog>
  );
}
