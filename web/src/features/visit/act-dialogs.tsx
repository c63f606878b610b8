import { useQueryClient } from "@tanstack/react-query";
import { useRowMutation } from "../../api/row-mutation";
import { now } from "../../api/session";
import type { Visit } from "../../api/types";
import { wallClock } from "../../lib/day";
import { message, useText } from "../../lib/i18n";
import { FormDialog, type FormOf } from "../../parts/FormDialog";
import { TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { PeopleField } from "./PeopleField";
import { recordOf, sentRecord, sentVisitors, type TypedVisitor, visitorsOf } from "./typed-visit";
import { arriveOn, callOffVisit, departFrom, recordVisit, refreshVisits, startOn } from "./visit.queries";
import { visitText } from "./visit.text";

interface Props {
  contract: string;
  visit: Visit;
  onClose: () => void;
}

function useVisitMutation<Input>(
  contract: string,
  visit: Visit,
  send: (row: Visit, input: Input) => Promise<Visit>,
) {
  const client = useQueryClient();
  const refresh = () => refreshVisits(client, contract);
  return useRowMutation(visit, send, { onSuccess: refresh, onConflict: refresh });
}

export function ArriveDialog({ contract, visit, onClose }: Props) {
  const t = useText(visitText);
  const open = visit.checks.some(({ ticked_at }) => !ticked_at);
  const mutation = useVisitMutation(
    contract,
    visit,
    (row, body: { arrived_at: string; unticked_reason: string }) => arriveOn(contract, row, body),
  );
  return (
    <FormDialog
      title={t("arrive")}
      submit={t("arrive")}
      initial={{ arrived_at: wallClock(now()), unticked_reason: "" }}
      validate={({ unticked_reason }) =>
        open && unticked_reason.trim() === "" ? { unticked_reason: message(visitText, "needsReason") } : {}
      }
      mutation={mutation}
      input={(values) => values}
      done={message(visitText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <MomentField {...form.bind("arrived_at")} label={t("arrivedAt")} required />
          {open && (
            <TextField
              {...form.bind("unticked_reason")}
              label={t("untickedReason")}
              hint={t("untickedAbout")}
              required
              maxLength={1000}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}

export function StartDialog({ contract, visit, onClose }: Props) {
  const t = useText(visitText);
  const mutation = useVisitMutation(contract, visit, (row, at: string) => startOn(contract, row, at));
  return (
    <FormDialog
      title={t("start")}
      submit={t("start")}
      initial={{ started_at: wallClock(now()) }}
      mutation={mutation}
      input={({ started_at }) => started_at}
      done={message(visitText, "saved")}
      onClose={onClose}
    >
      {(form) => <MomentField {...form.bind("started_at")} label={t("startedAt")} required />}
    </FormDialog>
  );
}

function MinutesFields({ form }: { form: FormOf<{ workers: TypedVisitor[] }> }) {
  const t = useText(visitText);
  const { value, onChange } = form.bind("workers");
  return (
    <>
      <p className="quiet">{t("minutesAbout")}</p>
      {value.map((visitor, place) => (
        <TextField
          key={visitor.worker_id || visitor.name}
          name={`minutes-${place}`}
          label={t("minutesOf", { name: visitor.name })}
          inputMode="numeric"
          optional
          maxLength={5}
          value={visitor.minutes}
          onChange={(minutes) =>
            onChange(value.map((each, at) => (at === place ? { ...each, minutes } : each)))
          }
        />
      ))}
    </>
  );
}

export function DepartDialog({ contract, visit, onClose }: Props) {
  const t = useText(visitText);
  const mutation = useVisitMutation(
    contract,
    visit,
    (row, body: { departed_at: string; workers: TypedVisitor[]; result: string }) =>
      departFrom(contract, row, { ...body, workers: sentVisitors(body.workers) }),
  );
  return (
    <FormDialog
      title={t("depart")}
      submit={t("depart")}
      initial={{ departed_at: wallClock(now()), workers: visitorsOf(visit), result: visit.result }}
      mutation={mutation}
      input={(values) => values}
      done={message(visitText, "saved")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <MomentField {...form.bind("departed_at")} label={t("departedAt")} required />
          <MinutesFields form={form as unknown as FormOf<{ workers: TypedVisitor[] }>} />
          <TextAreaField {...form.bind("result")} label={t("result")} optional maxLength={5000} rows={3} />
        </>
      )}
    </FormDialog>
  );
}

export function RecordDialog({ contract, visit, onClose }: Props) {
  const t = useText(visitText);
  const mutation = useVisitMutation(
    contract,
    visit,
    (row, { reason, ...typed }: ReturnType<typeof recordOf> & { reason: string }) =>
      recordVisit(contract, row, sentRecord(typed, reason)),
  );
  return (
    <FormDialog
      title={t("record")}
      submit={t("record")}
      initial={{ ...recordOf(visit), reason: "" }}
      mutation={mutation}
      input={(values) => values}
      done={message(visitText, "saved")}
      onClose={onClose}
      wide
    >
      {(form) => (
        <>
          <p className="quiet">{t("recordAbout")}</p>
          <MomentField {...form.bind("arrived_at")} label={t("arrivedAt")} optional />
          <MomentField {...form.bind("started_at")} label={t("startedAt")} hint={t("startHint")} optional />
          <MomentField {...form.bind("departed_at")} label={t("departedAt")} optional />
          <PeopleField {...form.bind("workers")} contract={contract} />
          <MinutesFields form={form as unknown as FormOf<{ workers: TypedVisitor[] }>} />
          <TextAreaField {...form.bind("result")} label={t("result")} optional maxLength={5000} rows={3} />
          <TextField {...form.bind("reason")} label={t("recordReason")} optional maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}

export function CallOffDialog({ contract, visit, onClose }: Props) {
  const t = useText(visitText);
  const mutation = useVisitMutation(contract, visit, (row, reason: string) =>
    callOffVisit(contract, row, reason),
  );
  return (
    <FormDialog
      title={t("callOff")}
      submit={t("callOff")}
      danger
      initial={{ reason: "" }}
      mutation={mutation}
      input={({ reason }) => reason}
      done={message(visitText, "saved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="quiet">{t("callOffAbout")}</p>
          <TextField {...form.bind("reason")} label={t("reason")} required maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
