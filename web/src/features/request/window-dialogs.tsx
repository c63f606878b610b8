import { useQuery } from "@tanstack/react-query";
import { sitesQuery } from "../../api/contract";
import { today } from "../../api/session";
import type { PermitNeed, WindowProposal, WorkRequest, WorkWindow } from "../../api/types";
import type { Errors } from "../../lib/form";
import { message, useSay, useText } from "../../lib/i18n";
import { parseTime } from "../../lib/time";
import { parseWrittenDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { Check, SelectField, TextAreaField, TextField } from "../../ui/Field";
import type { DialogProps } from "./ActDialog";
import { useWindowAct, type WindowAct } from "./gates.queries";
import { gatesText, scheduleText } from "./gates.text";
import { partsOfMoment, windowOf } from "./time";

interface Proposal {
  day: string;
  from: string;
  until: string;
  site_id: string;
  room: string;
  people: string;
  purpose: string;
  overtime: string;
  after_the_fact: boolean;
}

function proposalErrors(values: Proposal): Errors<Proposal> {
  const errors: Errors<Proposal> = {};
  if (!parseWrittenDay(values.day)) errors.day = message(gatesText, "enterDay");
  if (!parseTime(values.from)) errors.from = message(gatesText, "enterTime");
  if (!parseTime(values.until)) errors.until = message(gatesText, "enterTime");
  return errors;
}

function bodyOf({ day, from, until, site_id, ...rest }: Proposal): WindowProposal {
  const span = windowOf(parseWrittenDay(day) ?? day, parseTime(from) ?? from, parseTime(until) ?? until);
  return { ...rest, ...span, site_id: site_id || null };
}

function startOf(row: WorkRequest, instead: WorkWindow | undefined): Proposal {
  const from = instead && partsOfMoment(instead.from);
  const until = instead && partsOfMoment(instead.until);
  return {
    day: from?.day ?? today(),
    from: from?.time ?? "",
    until: until?.time ?? "",
    site_id: instead?.site_id ?? row.site_id ?? "",
    room: instead?.room ?? "",
    people: instead?.people ?? "",
    purpose: instead?.purpose ?? "",
    overtime: instead?.overtime ?? "",
    after_the_fact: false,
  };
}

export function ProposeDialog({ contract, row, instead, onClose }: DialogProps & { instead?: WorkWindow }) {
  const t = useText(scheduleText);
  const say = useSay();
  const { number } = row;
  const sites = useQuery(sitesQuery(contract.id)).data?.items ?? [];
  return (
    <FormDialog
      wide
      title={instead ? t("counterTitle", { number }) : t("proposeTitle", { number })}
      submit={instead ? t("counter") : t("propose")}
      done={message(scheduleText, "proposedNow")}
      initial={startOf(row, instead)}
      validate={proposalErrors}
      input={(values): WindowAct =>
        instead
          ? { act: "counter", window: instead, body: bodyOf(values) }
          : { act: "propose", body: bodyOf(values) }
      }
      mutation={useWindowAct(contract.id, row.id)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("day")} label={t("day")} required />
          <div className="form-row">
            <TextField
              {...form.bind("from")}
              label={t("from")}
              hint={t("fromHint")}
              required
              autoComplete="off"
            />
            <TextField
              {...form.bind("until")}
              label={t("until")}
              hint={t("untilHint")}
              required
              autoComplete="off"
            />
          </div>
          {sites.length > 0 && (
            <SelectField
              {...form.bind("site_id")}
              label={t("site")}
              none={t("noSite")}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {form.values.site_id !== "" && (
            <TextField {...form.bind("room")} label={t("room")} optional maxLength={100} />
          )}
          <TextField {...form.bind("people")} label={t("people")} optional maxLength={500} />
          <TextAreaField {...form.bind("purpose")} label={t("purpose")} optional rows={2} maxLength={1000} />
          {contract.overtime.length > 0 && (
            <SelectField
              {...form.bind("overtime")}
              label={t("overtime")}
              none={t("overtimeOpen")}
              options={contract.overtime.map(({ id, label }) => ({ value: id, label: say(label) }))}
            />
          )}
          <Check
            label={t("afterTheFact")}
            checked={form.values.after_the_fact}
            onChange={(after_the_fact) => form.set({ after_the_fact })}
          />
        </>
      )}
    </FormDialog>
  );
}

type Answer = "agree" | "refuse" | "withdraw";

const doneOf = { agree: "agreedNow", refuse: "refusedNow", withdraw: "withdrawnNow" } as const;
const titleOf = { agree: "agreeTitle", refuse: "refuseTitle", withdraw: "withdrawTitle" } as const;

export function AnswerDialog({
  act,
  contract,
  row,
  window,
  onClose,
}: DialogProps & { act: Answer; window: WorkWindow }) {
  const t = useText(scheduleText);
  const say = useSay();
  const reasonNeeded = act === "refuse" || (act === "withdraw" && window.state === "agreed");
  return (
    <FormDialog
      danger={act !== "agree"}
      title={t(titleOf[act])}
      submit={t(act)}
      done={message(scheduleText, doneOf[act])}
      initial={{ reason: "" }}
      validate={({ reason }) =>
        reasonNeeded && reason.trim() === "" ? { reason: message(scheduleText, "enterReason") } : {}
      }
      input={({ reason }) => ({ act, window, reason })}
      mutation={useWindowAct(contract.id, row.id)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>
            <strong>{say(window.text)}</strong>
          </p>
          <TextAreaField
            {...form.bind("reason")}
            label={act === "agree" ? t("remark") : t("reason")}
            required={reasonNeeded}
            optional={!reasonNeeded}
            rows={2}
            maxLength={1000}
          />
        </>
      )}
    </FormDialog>
  );
}

export function PermitDialog({
  contract,
  row,
  window,
  need,
  kind,
  onClose,
}: DialogProps & { window: WorkWindow; need: PermitNeed; kind: string }) {
  const t = useText(scheduleText);
  const say = useSay();
  const chosen = need.kinds.find(({ id }) => id === kind);
  return (
    <FormDialog
      title={t("applyTitle", { label: chosen ? say(chosen.label) : kind })}
      submit={t("apply")}
      done={message(scheduleText, "applied")}
      initial={{ reason: say(need.why) }}
      validate={({ reason }) =>
        reason.trim() === "" ? { reason: message(scheduleText, "enterReason") } : {}
      }
      input={({ reason }) => ({ act: "permit" as const, window, kind, reason })}
      mutation={useWindowAct(contract.id, row.id)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>
            <strong>{say(window.text)}</strong>
          </p>
          <p className="quiet">{t("applyLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("applyReason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
