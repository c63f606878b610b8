import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { today } from "../../api/session";
import type { Licence, WriteLicence } from "../../api/types";
import type { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { DateField } from "../../ui/DateField";
import { ChoiceField, SelectField, TextAreaField, TextField } from "../../ui/Field";
import {
  correctLicence,
  endLicence,
  enterLicence,
  licenceKinds,
  licencePayers,
  resumeLicence,
} from "./licence.queries";
import { licenceKind, licencePayer, licenceText } from "./licence.text";
import { openRequestsQuery } from "./media.queries";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { registerText } from "./register.text";
import { quantityOf } from "./typed-quantity";

type Label = keyof typeof licenceText & string;
const label = (key: Label) => message(licenceText, key as "number");

interface Written {
  software: string;
  edition: string;
  publisher: string;
  licensee: string;
  kind: Licence["kind"];
  quantity: string;
  obtained_on: string;
  valid_until: string;
  payer: Licence["payer"];
  payer_name: string;
  payer_reason: string;
  purpose: string;
  request_id: string;
  certificate_place: string;
  note: string;
}

function problemsOf(values: Written) {
  return {
    ...missing(values, {
      software: label("software"),
      publisher: label("publisher"),
      licensee: label("licensee"),
      obtained_on: label("obtainedOn"),
      purpose: label("purpose"),
      ...(values.kind === "term" && { valid_until: label("validUntil") }),
      ...(values.payer === "other" && { payer_name: label("payerName"), payer_reason: label("payerReason") }),
    }),
    ...wrongDays(values, { obtained_on: label("obtainedOn"), valid_until: label("validUntil") }),
    ...(quantityOf(values.quantity) === undefined && { quantity: label("wrongQuantity") }),
  };
}

const bodyOf = (values: Written): WriteLicence => ({
  ...values,
  quantity: quantityOf(values.quantity) ?? 0,
  valid_until: values.valid_until || null,
  payer_name: values.payer === "other" ? values.payer_name : "",
  payer_reason: values.payer === "other" ? values.payer_reason : "",
  request_id: values.request_id || null,
});

interface FieldsProps {
  contract: string;
  form: ReturnType<typeof useForm<Written>>;
  /** The job of a licence that is corrected; it may be done meanwhile. */
  job?: { id: string; number: string } | undefined;
}

function JobField({ contract, form, job }: FieldsProps) {
  const t = useText(licenceText);
  const { data: jobs } = useQuery(openRequestsQuery(contract));
  const open = (jobs?.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  const other = job && !open.some(({ value }) => value === job.id);
  return (
    <SelectField
      {...form.bind("request_id")}
      label={t("request")}
      none={t("requestNone")}
      options={other ? [{ value: job.id, label: job.number }, ...open] : open}
    />
  );
}

function CostFields({ form }: Pick<FieldsProps, "form">) {
  const t = useText(licenceText);
  const payer = useText(licencePayer);
  return (
    <>
      <ChoiceField<Licence["payer"]>
        {...form.bind("payer")}
        label={t("payer")}
        required
        options={licencePayers.map((value) => ({ value, label: payer(value) }))}
      />
      {form.values.payer === "other" && (
        <>
          <TextField {...form.bind("payer_name")} label={t("payerName")} required maxLength={200} />
          <TextAreaField
            {...form.bind("payer_reason")}
            label={t("payerReason")}
            required
            rows={2}
            maxLength={1000}
          />
        </>
      )}
    </>
  );
}

function TermFields({ form }: Pick<FieldsProps, "form">) {
  const t = useText(licenceText);
  const shared = useText(registerText);
  const kind = useText(licenceKind);
  return (
    <>
      <SelectField
        {...form.bind("kind")}
        onChange={(value) => form.set({ kind: value as Licence["kind"] })}
        label={shared("kind")}
        options={licenceKinds.map((value) => ({ value, label: kind(value) }))}
      />
      <TextField
        {...form.bind("quantity")}
        label={t("quantity")}
        hint={t("quantityHint")}
        required
        maxLength={9}
        inputMode="numeric"
      />
      <DateField {...form.bind("obtained_on")} label={t("obtainedOn")} required />
      {form.values.kind === "term" ? (
        <DateField {...form.bind("valid_until")} label={t("validUntil")} required />
      ) : (
        <DateField
          {...form.bind("valid_until")}
          label={t("validUntil")}
          hint={t("validUntilHint")}
          optional
        />
      )}
    </>
  );
}

function Fields({ contract, form, job }: FieldsProps) {
  const t = useText(licenceText);
  return (
    <>
      <TextField {...form.bind("software")} label={t("software")} required maxLength={200} />
      <TextField {...form.bind("edition")} label={t("edition")} optional maxLength={100} />
      <TextField
        {...form.bind("publisher")}
        label={t("publisher")}
        hint={t("publisherHint")}
        required
        maxLength={200}
      />
      <TextField
        {...form.bind("licensee")}
        label={t("licensee")}
        hint={t("licenseeHint")}
        required
        maxLength={200}
      />
      <TermFields form={form} />
      <CostFields form={form} />
      <TextAreaField {...form.bind("purpose")} label={t("purpose")} required rows={2} maxLength={1000} />
      <JobField contract={contract} form={form} job={job} />
      <TextField {...form.bind("certificate_place")} label={t("certificatePlace")} optional maxLength={200} />
      <TextAreaField {...form.bind("note")} label={t("note")} optional rows={2} maxLength={1000} />
    </>
  );
}

/** Enters a licence; the city is its licensee unless something else is written. */
export function EnterDialog({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(licenceText);
  const { municipality } = useContract();
  const navigate = useNavigate();
  return (
    <RecordDialog<Written>
      row={{ contract, kind: "licences", id: "" }}
      title={t("enter")}
      initial={{
        software: "",
        edition: "",
        publisher: "",
        licensee: municipality,
        kind: "bought",
        quantity: "",
        obtained_on: today(),
        valid_until: "",
        payer: "contractor",
        payer_name: "",
        payer_reason: "",
        purpose: "",
        request_id: "",
        certificate_place: "",
        note: "",
      }}
      validate={problemsOf}
      send={async (values) => {
        const made = await enterLicence(contract, bodyOf(values));
        return navigate({
          to: "/contracts/$contract/licences/$licence",
          params: { contract, licence: made.id },
        });
      }}
      done={message(licenceText, "entered")}
      onClose={onClose}
    >
      {(form) => <Fields contract={contract} form={form} />}
    </RecordDialog>
  );
}

interface Props {
  contract: string;
  licence: Licence;
  onClose: () => void;
}

export function CorrectDialog({ contract, licence, onClose }: Props) {
  const shared = useText(registerText);
  return (
    <RecordDialog<Written, Licence>
      row={{ contract, kind: "licences", id: licence.id }}
      over={licence}
      title={shared("correct")}
      initial={{
        software: licence.software,
        edition: licence.edition,
        publisher: licence.publisher,
        licensee: licence.licensee,
        kind: licence.kind,
        quantity: String(licence.quantity),
        obtained_on: licence.obtained_on,
        valid_until: licence.valid_until ?? "",
        payer: licence.payer,
        payer_name: licence.payer_name,
        payer_reason: licence.payer_reason,
        purpose: licence.purpose,
        request_id: licence.request_id ?? "",
        certificate_place: licence.certificate_place,
        note: licence.note,
      }}
      validate={problemsOf}
      send={(values, opened) => correctLicence(contract, opened, bodyOf(values))}
      done={message(licenceText, "corrected")}
      onClose={onClose}
    >
      {(form) => (
        <Fields
          contract={contract}
          form={form}
          job={licence.request_id ? { id: licence.request_id, number: licence.request_number } : undefined}
        />
      )}
    </RecordDialog>
  );
}

/** Says that a licence is used no more; one that ran out ended on its last day. */
export function EndDialog({ contract, licence, onClose }: Props) {
  const t = useText(licenceText);
  return (
    <RecordDialog
      row={{ contract, kind: "licences", id: licence.id }}
      over={licence}
      title={t("end")}
      initial={{ on: licence.lapsed ? (licence.valid_until ?? today()) : today(), reason: "" }}
      validate={(values) => ({
        ...missing(values, { on: label("endedOn"), reason: label("reason") }),
        ...wrongDays(values, { on: label("endedOn") }),
      })}
      send={(values, opened) => endLicence(contract, opened, values)}
      done={message(licenceText, "ended")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("on")} label={t("endedOn")} required />
          <TextAreaField
            {...form.bind("reason")}
            label={t("reason")}
            hint={t("endHint")}
            required
            rows={3}
            maxLength={1000}
          />
        </>
      )}
    </RecordDialog>
  );
}

export function ResumeDialog({ contract, licence, onClose }: Props) {
  const t = useText(licenceText);
  return (
    <RecordDialog
      row={{ contract, kind: "licences", id: licence.id }}
      over={licence}
      title={t("resume")}
      submit={t("resume")}
      initial={{ reason: "" }}
      validate={(values) => missing(values, { reason: label("reason") })}
      send={({ reason }, opened) => resumeLicence(contract, opened, reason)}
      done={message(licenceText, "resumed")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={3} maxLength={1000} />
      )}
    </RecordDialog>
  );
}
