import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { today, useSession } from "../../api/session";
import type { Activity } from "../../api/types";
import type { useForm } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { DateField } from "../../ui/DateField";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { activityFactsQuery, cancelActivity, correctActivity, logActivity } from "./activity.queries";
import { activityText } from "./activity.text";
import { openRequestsQuery } from "./media.queries";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";

type Label = keyof typeof activityText & string;
const label = (key: Label) => message(activityText, key as "number");

interface Written {
  work_type: string;
  title: string;
  asked_by: string;
  what: string;
  result: string;
  done_on: string;
  hours: string;
  performed_by: string;
  request_id: string;
}

/** The hours as people write them; undefined for what is no effort. */
export function hoursOf(written: string): number | undefined {
  const text = written.normalize("NFKC").trim();
  const hours = Number(text);
  return /^\d{1,3}(\.\d)?$/.test(text) && hours > 0 ? hours : undefined;
}

function problemsOf(values: Written) {
  return {
    ...missing(values, {
      work_type: label("workType"),
      title: label("subject"),
      what: label("what"),
      done_on: label("doneOn"),
      performed_by: label("performedBy"),
    }),
    ...wrongDays(values, { done_on: label("doneOn") }),
    ...(hoursOf(values.hours) === undefined && { hours: label("wrongHours") }),
  };
}

const bodyOf = (values: Written) => ({
  ...values,
  hours: hoursOf(values.hours) ?? 0,
  request_id: values.request_id || null,
});

interface FieldsProps {
  contract: string;
  form: ReturnType<typeof useForm<Written>>;
  /** The job of a record that is corrected; it may be done meanwhile. */
  job?: { id: string; number: string } | undefined;
}

function Fields({ contract, form, job }: FieldsProps) {
  const t = useText(activityText);
  const say = useSay();
  const { data: facts } = useQuery(activityFactsQuery(contract, {}));
  const { data: jobs } = useQuery(openRequestsQuery(contract));
  const open = (jobs?.items ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  const other = job && !open.some(({ value }) => value === job.id);
  return (
    <>
      <SelectField
        {...form.bind("work_type")}
        label={t("workType")}
        none="－"
        options={(facts?.work_types ?? []).map((type) => ({ value: type.id, label: say(type.label) }))}
      />
      <TextField {...form.bind("title")} label={t("subject")} required maxLength={200} />
      <TextField {...form.bind("asked_by")} label={t("askedBy")} hint={t("askedByHint")} maxLength={200} />
      <TextAreaField {...form.bind("what")} label={t("what")} required rows={4} maxLength={5000} />
      <TextAreaField {...form.bind("result")} label={t("result")} optional rows={3} maxLength={5000} />
      <DateField {...form.bind("done_on")} label={t("doneOn")} required />
      <TextField {...form.bind("hours")} label={t("hours")} hint={t("hoursHint")} required maxLength={6} />
      <TextField {...form.bind("performed_by")} label={t("performedBy")} required maxLength={200} />
      <SelectField
        {...form.bind("request_id")}
        label={t("request")}
        none={t("requestNone")}
        options={other ? [{ value: job.id, label: job.number }, ...open] : open}
      />
    </>
  );
}

/** Logs what was done apart from work requests. */
export function LogDialog({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(activityText);
  const { person } = useSession();
  const navigate = useNavigate();
  return (
    <RecordDialog<Written>
      row={{ contract, kind: "activities", id: "" }}
      title={t("log")}
      initial={{
        work_type: "",
        title: "",
        asked_by: "",
        what: "",
        result: "",
        done_on: today(),
        hours: "",
        performed_by: person.name,
        request_id: "",
      }}
      validate={problemsOf}
      send={async (values) => {
        const made = await logActivity(contract, bodyOf(values));
        return navigate({
          to: "/contracts/$contract/activities/$activity",
          params: { contract, activity: made.id },
        });
      }}
      done={message(activityText, "logged")}
      onClose={onClose}
    >
      {(form) => <Fields contract={contract} form={form} />}
    </RecordDialog>
  );
}

interface Props {
  contract: string;
  activity: Activity;
  onClose: () => void;
}

export function CorrectDialog({ contract, activity, onClose }: Props) {
  const t = useText(activityText);
  return (
    <RecordDialog<Written, Activity>
      row={{ contract, kind: "activities", id: activity.id }}
      over={activity}
      title={t("correct")}
      initial={{
        work_type: activity.work_type,
        title: activity.title,
        asked_by: activity.asked_by,
        what: activity.what,
        result: activity.result,
        done_on: activity.done_on,
        hours: activity.hours.toFixed(1),
        performed_by: activity.performed_by,
        request_id: activity.request_id ?? "",
      }}
      validate={problemsOf}
      send={(values, opened) => correctActivity(contract, opened, bodyOf(values))}
      done={message(activityText, "corrected")}
      onClose={onClose}
    >
      {(form) => (
        <Fields
          contract={contract}
          form={form}
          job={activity.request_id ? { id: activity.request_id, number: activity.request_number } : undefined}
        />
      )}
    </RecordDialog>
  );
}

export function CancelDialog({ contract, activity, onClose }: Props) {
  const t = useText(activityText);
  return (
    <RecordDialog
      row={{ contract, kind: "activities", id: activity.id }}
      over={activity}
      title={t("cancel")}
      submit={t("cancel")}
      danger
      initial={{ reason: "" }}
      validate={(values) => missing(values, { reason: label("reason") })}
      send={({ reason }, opened) => cancelActivity(contract, opened, reason)}
      done={message(activityText, "cancelled")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField
          {...form.bind("reason")}
          label={t("reason")}
          hint={t("cancelHint")}
          required
          rows={3}
          maxLength={1000}
        />
      )}
    </RecordDialog>
  );
}
