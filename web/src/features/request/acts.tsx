import { useQuery } from "@tanstack/react-query";
import { statusWord } from "../../api/contract";
import { today, useSession } from "../../api/session";
import type { Execution, WorkRequest } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message, say, useLanguage, useText } from "../../lib/i18n";
import { parseWrittenDay } from "../../lib/wareki";
import { DateField } from "../../ui/DateField";
import { TextAreaField, TextField } from "../../ui/Field";
import { ActDialog, type DialogProps } from "./ActDialog";
import { parseHours } from "./hours";
import { RequestFields, requestBody, requestErrors, valuesOf } from "./RequestFields";
import { executionQuery } from "./request.queries";
import { requestText } from "./request.text";
import { columnTitle, printHours, wordsOf } from "./request-columns";

const named = ({ number }: WorkRequest) => ({ number });

export function EditDialog(props: DialogProps) {
  const t = useText(requestText);
  return (
    <ActDialog
      {...props}
      wide
      title={t("editTitle")}
      submit={t("save")}
      draft="edit"
      initial={valuesOf(props.row)}
      validate={requestErrors}
      act={(values) => ({ act: "edit", body: requestBody(values) })}
      done={message(requestText, "edited", named(props.row))}
    >
      {(form) => <RequestFields contract={props.contract} bind={form.bind} />}
    </ActDialog>
  );
}

interface Acceptance {
  planned_hours: string;
  contractor_person: string;
  received_on: string;
}

function acceptanceErrors(values: Acceptance): Errors<Acceptance> {
  const errors: Errors<Acceptance> = {};
  if (parseHours(values.planned_hours) === undefined)
    errors.planned_hours = message(requestText, "enterHours");
  if (!parseWrittenDay(values.received_on)) errors.received_on = message(requestText, "chooseDay");
  return errors;
}

export function AcceptDialog(props: DialogProps) {
  const t = useText(requestText);
  const spoken = useLanguage();
  const { contract, row } = props;
  const { person } = useSession();
  const title = (key: keyof Acceptance) => say(columnTitle(contract, key), spoken);
  return (
    <ActDialog<Acceptance>
      {...props}
      title={t("acceptTitle", named(row))}
      submit={t("accept")}
      draft="accept"
      initial={{
        planned_hours: printHours(row.planned_hours),
        contractor_person: row.contractor_person || person.name,
        received_on: row.received_on ?? today(),
      }}
      validate={acceptanceErrors}
      act={(values) => ({
        act: "accept",
        body: { ...values, planned_hours: parseHours(values.planned_hours) ?? 0 },
      })}
      done={message(requestText, "accepted", named(row))}
    >
      {(form) => (
        <>
          <TextField
            {...form.bind("planned_hours")}
            label={title("planned_hours")}
            hint={t("hoursHint")}
            required
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            {...form.bind("contractor_person")}
            label={title("contractor_person")}
            optional
            maxLength={200}
          />
          <DateField {...form.bind("received_on")} label={title("received_on")} required />
        </>
      )}
    </ActDialog>
  );
}

interface Report {
  result: string;
  procedure_followed: string;
  performed_on: string;
  performed_until: string;
  performed_by: string;
  actual_hours: string;
}

function reportErrors(values: Report): Errors<Report> {
  const errors: Errors<Report> = {};
  const from = parseWrittenDay(values.performed_on);
  const until = parseWrittenDay(values.performed_until);
  if (values.result.trim() === "") errors.result = message(requestText, "enterResult");
  if (values.procedure_followed.trim() === "")
    errors.procedure_followed = message(requestText, "enterProcedure");
  if (!from) errors.performed_on = message(requestText, "enterPerformedOn");
  if (values.performed_until !== "" && !until) errors.performed_until = message(requestText, "chooseDay");
  else if (from && until && until < from) errors.performed_until = message(requestText, "untilBeforeOn");
  if (values.performed_by.trim() === "") errors.performed_by = message(requestText, "enterPerformedBy");
  if (parseHours(values.actual_hours) === undefined) errors.actual_hours = message(requestText, "enterHours");
  return errors;
}

/** What stands in the request already, otherwise what the step records tell (WRQ-12). */
export function reportOf(row: WorkRequest, person: string, done: Execution | undefined): Report {
  const first = row.performed_on ?? done?.first ?? today();
  const last = row.performed_on ? row.performed_until : done?.last;
  return {
    result: row.result,
    procedure_followed: row.procedure_followed || (done?.procedures ?? ""),
    performed_on: first,
    performed_until: last && last !== first ? last : "",
    performed_by: row.performed_by || done?.people.join("、") || person,
    actual_hours: printHours(row.actual_hours),
  };
}

/** The result with its three mandatory facts: procedure followed, dates, persons. */
export function ResultDialog(props: DialogProps) {
  const { contract, row } = props;
  const done = useQuery(executionQuery(contract.id, row.id));
  return done.isPending ? null : <ReportDialog {...props} done={done.data} />;
}

function ReportDialog({ done, ...props }: DialogProps & { done: Execution | undefined }) {
  const t = useText(requestText);
  const spoken = useLanguage();
  const { contract, row } = props;
  const { person } = useSession();
  return (
    <ActDialog<Report>
      {...props}
      wide
      title={t("recordTitle", named(row))}
      submit={t("record")}
      draft="result"
      initial={reportOf(row, person.name, done)}
      validate={reportErrors}
      act={(values) => ({
        act: "result",
        body: {
          ...values,
          performed_until: values.performed_until || null,
          actual_hours: parseHours(values.actual_hours) ?? null,
        },
      })}
      done={message(requestText, "recorded", named(row))}
    >
      {(form) => (
        <>
          <TextAreaField
            {...form.bind("result")}
            label={say(columnTitle(contract, "result"), spoken)}
            required
            rows={3}
            maxLength={5000}
          />
          <TextAreaField
            {...form.bind("procedure_followed")}
            label={t("procedure")}
            required
            rows={2}
            maxLength={1000}
          />
          <div className="form-row">
            <DateField {...form.bind("performed_on")} label={t("performedOn")} required />
            <DateField
              {...form.bind("performed_until")}
              label={t("performedUntil")}
              hint={t("untilHint")}
              optional
            />
          </div>
          <div className="form-row">
            <TextField {...form.bind("performed_by")} label={t("performedBy")} required maxLength={200} />
            <TextField
              {...form.bind("actual_hours")}
              label={say(columnTitle(contract, "actual_hours"), spoken)}
              hint={t("hoursHint")}
              required
              inputMode="decimal"
              autoComplete="off"
            />
          </div>
        </>
      )}
    </ActDialog>
  );
}

export function ReturnDialog(props: DialogProps) {
  const t = useText(requestText);
  return (
    <ActDialog<{ reason: string }>
      {...props}
      danger
      title={t("returnTitle", named(props.row))}
      submit={t("return")}
      draft="return"
      initial={{ reason: "" }}
      validate={({ reason }) => (reason.trim() === "" ? { reason: message(requestText, "enterReason") } : {})}
      act={(values) => ({ act: "return", body: values })}
      done={message(requestText, "returned", named(props.row))}
    >
      {(form) => (
        <>
          <p>{t("returnLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </ActDialog>
  );
}

export function SignDialog({ side, ...props }: DialogProps & { side: "city" | "contractor" }) {
  const t = useText(requestText);
  return (
    <ActDialog<Record<string, never>>
      {...props}
      title={t("signTitle", named(props.row))}
      submit={side === "city" ? t("signCity", wordsOf(props.contract)) : t("signContractor")}
      initial={{}}
      validate={() => ({})}
      act={() => ({ act: "sign" })}
      done={message(requestText, "signedNow", named(props.row))}
    >
      {() => (
        <>
          <p>{t("signLead")}</p>
          {side === "city" && <p>{t("signLeadDone", { done: statusWord(props.contract, "done") })}</p>}
        </>
      )}
    </ActDialog>
  );
}
