import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { today, useSession } from "../../api/session";
import type { Incident, RecordRepairStep, Repair, Unit } from "../../api/types";
import { dayInJapan } from "../../lib/day";
import { message, useText } from "../../lib/i18n";
import type { FormOf } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { EditionField } from "./EditionField";
import { openRequestsQuery } from "./media.queries";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { filesQuery } from "./register.queries";
import { registerText } from "./register.text";
import {
  correctRepair,
  openRepair,
  recordRepairStep,
  repairFindings,
  unitsFoundQuery,
} from "./repair.queries";
import { repairAct, repairFinding, repairText } from "./repair.text";
import { spareFits, sparesQuery } from "./unit.queries";

const label = (key: keyof typeof repairText & string) => message(repairText, key as "number");

const opening = {
  device_id: "",
  failed_on: "",
  symptom: "",
  spare_id: "",
  warranty_until: "",
  request_id: "",
};

/** What a fault told about the unit that failed. */
const openingOf = (fault: Incident): typeof opening => ({
  ...opening,
  device_id: fault.device_id ?? "",
  failed_on: dayInJapan(Date.parse(fault.occurred_at ?? fault.begun_at)),
  symptom: [fault.phenomenon, fault.error_text, fault.case_number].filter(Boolean).join("\n").slice(0, 1000),
});

interface OpenProps {
  contract: string;
  /** That the repair follows from; it is filled in. */
  fault?: Incident | undefined;
  onClose: () => void;
}

/** Enters a failure, with the spare that took the unit's place. */
export function OpenRepairDialog({ contract, fault, onClose }: OpenProps) {
  const t = useText(repairText);
  const navigate = useNavigate();
  const [words, setWords] = useState(fault?.device_number ?? "");
  const { data: found } = useQuery(unitsFoundQuery(contract, words));
  const { data: jobs } = useQuery(openRequestsQuery(contract));
  const units = (found?.items ?? []).filter(({ use }) => use !== "retired" && use !== "planned");
  return (
    <RecordDialog
      row={{ contract, kind: "repairs", id: "" }}
      title={t("open")}
      initial={fault ? openingOf(fault) : { ...opening, failed_on: today() }}
      validate={(values) => ({
        ...missing(values, {
          device_id: label("unit"),
          failed_on: label("failedOn"),
          symptom: label("symptom"),
        }),
        ...wrongDays(values, { failed_on: label("failedOn"), warranty_until: label("warranty") }),
      })}
      send={async (values) => {
        const made = await openRepair(contract, {
          ...values,
          spare_id: values.spare_id || null,
          warranty_until: values.warranty_until || null,
          request_id: values.request_id || null,
        });
        return navigate({
          to: "/contracts/$contract/repairs/$repair",
          params: { contract, repair: made.id },
        });
      }}
      done={message(repairText, "opened")}
      onClose={onClose}
    >
      {(form) => {
        const unit = units.find(({ id }) => id === form.values.device_id);
        return (
          <>
            <TextField
              name="unit_words"
              label={t("unitSearch")}
              value={words}
              onChange={setWords}
              maxLength={100}
            />
            {found && units.length === 0 && <p className="quiet">{t("unitNone")}</p>}
            <SelectField
              {...form.bind("device_id")}
              label={t("unit")}
              required
              none=""
              options={units.map(({ id, number, kind, site, place }) => ({
                value: id,
                label: [number, kind, site, place].filter(Boolean).join(" "),
              }))}
            />
            <DateField {...form.bind("failed_on")} label={t("failedOn")} required />
            <TextAreaField
              {...form.bind("symptom")}
              label={t("symptom")}
              required
              rows={2}
              maxLength={1000}
            />
            {unit && unit.use === "in_service" && <Spare contract={contract} unit={unit} form={form} />}
            <DateField
              {...form.bind("warranty_until")}
              label={t("warranty")}
              hint={t("warrantyHint")}
              optional
            />
            <SelectField
              {...form.bind("request_id")}
              label={t("job")}
              none={t("jobNone")}
              options={(jobs?.items ?? []).map(({ id, number, title }) => ({
                value: id,
                label: `${number} ${title}`,
              }))}
            />
          </>
        );
      }}
    </RecordDialog>
  );
}

interface SpareProps {
  contract: string;
  unit: Unit;
  form: FormOf<typeof opening>;
}

function Spare({ contract, unit, form }: SpareProps) {
  const t = useText(repairText);
  const on = /^\d{4}-\d\d-\d\d$/.test(form.values.failed_on) ? form.values.failed_on : "";
  const { data } = useQuery(sparesQuery(contract, unit.class, on));
  const spares = (data?.items ?? []).filter((spare) => spareFits(unit, spare));
  if (data && spares.length === 0) return <p className="quiet">{t("noSpare")}</p>;
  return (
    <SelectField
      {...form.bind("spare_id")}
      label={t("spare")}
      hint={t("spareHint")}
      none={t("spareNone")}
      options={spares.map(({ id, number, site, place }) => ({
        value: id,
        label: [number, site, place].filter(Boolean).join(" "),
      }))}
    />
  );
}

interface Props {
  contract: string;
  repair: Repair;
  onClose: () => void;
}

export function CorrectRepairDialog({ contract, repair, onClose }: Props) {
  const t = useText(repairText);
  const shared = useText(registerText);
  return (
    <RecordDialog
      row={{ contract, kind: "repairs", id: repair.id }}
      over={repair}
      title={shared("correct")}
      initial={{ symptom: repair.symptom, warranty_until: repair.warranty_until ?? "" }}
      validate={(values) => ({
        ...missing(values, { symptom: label("symptom") }),
        ...wrongDays(values, { warranty_until: label("warranty") }),
      })}
      send={(values, opened) =>
        correctRepair(contract, opened, { ...values, warranty_until: values.warranty_until || null })
      }
      done={message(repairText, "corrected")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextAreaField {...form.bind("symptom")} label={t("symptom")} required rows={2} maxLength={1000} />
          <DateField
            {...form.bind("warranty_until")}
            label={t("warranty")}
            hint={t("warrantyHint")}
            optional
          />
        </>
      )}
    </RecordDialog>
  );
}

type Act = Repair["acts"][number];
type Named = "place" | "detail" | "attendee" | "reason";

/** What each step asks for beside the day and who did it; the first of a pair is what must be said. */
const asked: Partial<Record<Act, readonly [Named, keyof typeof repairText & string, boolean][]>> = {
  carried_back: [["place", "designated", false]],
  sent_to_maker: [
    ["place", "maker", true],
    ["detail", "shipment", false],
  ],
  returned: [
    ["detail", "shipment", false],
    ["reason", "result", false],
    ["place", "putAt", false],
  ],
  erased: [
    ["detail", "method", true],
    ["attendee", "attendee", false],
    ["reason", "reasonUnattended", false],
  ],
  rebuilt: [["detail", "medium", true]],
  settings_made: [["detail", "manual", false]],
  made_spare: [["place", "putAt", false]],
  handed_over: [["place", "putAt", false]],
  disposed: [["reason", "reasonDisposed", true]],
};

/** Carried back, tested, sent, erased, rebuilt: whatever can follow now. */
export function StepDialog({ contract, repair, first, onClose }: Props & { first: Act }) {
  const t = useText(repairText);
  const shared = useText(registerText);
  const word = useText(repairAct);
  const finding = useText(repairFinding);
  const { person } = useSession();
  return (
    <RecordDialog
      row={{ contract, kind: "repairs", id: repair.id }}
      over={repair}
      title={t("record")}
      initial={{
        act: first as Act,
        on: today(),
        person: first === "handed_over" ? "" : person.name,
        place: "",
        finding: "",
        detail: "",
        attendee: "",
        reason: "",
        certificate_id: "",
      }}
      validate={(values) => ({
        ...missing(values, {
          on: message(registerText, "on"),
          person: label(values.act === "handed_over" ? "receiver" : "person"),
          ...(values.act === "tested" && { finding: label("finding") }),
          ...(values.finding === "not_needed" &&
            values.act === "tested" && { reason: label("reasonNotNeeded") }),
          ...Object.fromEntries(
            (asked[values.act] ?? []).filter(([, , must]) => must).map(([name, key]) => [name, label(key)]),
          ),
        }),
        ...wrongDays(values, { on: message(registerText, "on") }),
      })}
      send={(values, opened) =>
        recordRepairStep(contract, opened, {
          ...values,
          finding: (values.finding || null) as RecordRepairStep["finding"],
          certificate_id: values.certificate_id || null,
        })
      }
      done={message(repairText, "recorded")}
      onClose={onClose}
    >
      {(form) => {
        const { act } = form.values;
        return (
          <>
            <SelectField
              {...form.bind("act")}
              onChange={(value) => form.set({ act: value as Act })}
              label={t("act")}
              options={repair.acts.map((value) => ({ value, label: word(value) }))}
            />
            <DateField {...form.bind("on")} label={shared("on")} required />
            <TextField
              {...form.bind("person")}
              label={t(act === "handed_over" ? "receiver" : "person")}
              required
              maxLength={200}
            />
            {act === "tested" && (
              <SelectField
                {...form.bind("finding")}
                label={t("finding")}
                required
                none=""
                options={repairFindings.map((value) => ({ value, label: finding(value) }))}
              />
            )}
            {act === "tested" && form.values.finding === "not_needed" && (
              <TextField {...form.bind("reason")} label={t("reasonNotNeeded")} required maxLength={1000} />
            )}
            {(asked[act] ?? []).map(([name, key, must]) =>
              key === "medium" ? (
                <EditionField
                  key={name}
                  contract={contract}
                  unit={repair.device_id}
                  bound={form.bind(name)}
                  label={t(key)}
                  required={must}
                />
              ) : (
                <TextField
                  key={name}
                  {...form.bind(name)}
                  label={t(key as "number")}
                  required={must}
                  optional={!must}
                  maxLength={name === "reason" || name === "detail" ? 1000 : 200}
                />
              ),
            )}
            {act === "erased" && (
              <Certificate contract={contract} repair={repair} bound={form.bind("certificate_id")} />
            )}
          </>
        );
      }}
    </RecordDialog>
  );
}

type Bound = Omit<Parameters<typeof SelectField>[0], "label" | "options">;

function Certificate({ contract, repair, bound }: Omit<Props, "onClose"> & { bound: Bound }) {
  const t = useText(repairText);
  const { data } = useQuery(filesQuery(contract, "repairs", repair.id));
  return (
    <SelectField
      {...bound}
      label={t("certificate")}
      hint={t("certificateHint")}
      required={repair.needs_certificate}
      none={t("certificateNone")}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
