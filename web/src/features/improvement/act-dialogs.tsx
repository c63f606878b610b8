import { useQueryClient } from "@tanstack/react-query";
import { useRowMutation } from "../../api/row-mutation";
import { today, useSession } from "../../api/session";
import type { Improvement } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { FormDialog } from "../../parts/FormDialog";
import { DateField } from "../../ui/DateField";
import { ChoiceField, TextAreaField, TextField } from "../../ui/Field";
import {
  checkImprovement,
  concludeImprovement,
  decideImprovement,
  refreshImprovements,
  reviseImprovement,
  startImprovement,
  withdrawImprovement,
} from "./improvement.queries";
import { improvementText } from "./improvement.text";
import { PlanFields, sentPlan, type TypedPlan } from "./PlanFields";

export interface ActProps {
  contract: string;
  improvement: Improvement;
  onClose: () => void;
}

/** An act on a proposal in the version that was seen; the list follows it. */
function useAct<Input>(
  { contract, improvement }: ActProps,
  send: (row: Improvement, input: Input) => Promise<Improvement>,
) {
  const client = useQueryClient();
  const refresh = () => refreshImprovements(client, contract);
  return useRowMutation(improvement, send, { onSuccess: refresh, onConflict: refresh });
}

const done = message(improvementText, "saved");

export function DecideDialog(props: ActProps) {
  const t = useText(improvementText);
  const { person } = useSession();
  const mutation = useAct(
    props,
    (row, { answer, ...typed }: { answer: string; on: string; by: string; reason: string }) =>
      decideImprovement(props.contract, row, { ...typed, accepts: answer === "yes" }),
  );
  return (
    <FormDialog
      title={t("doDecide")}
      submit={t("doDecide")}
      initial={{ answer: "yes", on: today(), by: person.name, reason: "" }}
      mutation={mutation}
      input={(values) => values}
      done={done}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <ChoiceField
            {...form.bind("answer")}
            label={t("decideAs")}
            required
            options={[
              { value: "yes", label: t("accept") },
              { value: "no", label: t("decline") },
            ]}
          />
          <DateField {...form.bind("on")} label={t("decidedOn")} required />
          <TextField {...form.bind("by")} label={t("decidedBy")} required maxLength={200} />
          <TextAreaField
            {...form.bind("reason")}
            label={t("reason")}
            hint={t("reasonHint")}
            optional={form.values.answer === "yes"}
            required={form.values.answer !== "yes"}
            maxLength={2000}
            rows={3}
          />
        </>
      )}
    </FormDialog>
  );
}

export function StartDialog(props: ActProps) {
  const t = useText(improvementText);
  const mutation = useAct(props, (row, body: { on: string; by: string }) =>
    startImprovement(props.contract, row, body),
  );
  return (
    <FormDialog
      title={t("doStart")}
      submit={t("doStart")}
      initial={{ on: today(), by: props.improvement.person }}
      mutation={mutation}
      input={(values) => values}
      done={done}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <DateField {...form.bind("on")} label={t("startedOn")} required />
          <TextField {...form.bind("by")} label={t("startedBy")} required maxLength={200} />
        </>
      )}
    </FormDialog>
  );
}

export function CheckDialog(props: ActProps) {
  const t = useText(improvementText);
  const { effective_on, started_on, evaluation } = props.improvement;
  const mutation = useAct(props, (row, body: { effective_on: string; until: string; text: string }) =>
    checkImprovement(props.contract, row, body),
  );
  return (
    <FormDialog
      title={t("doCheck")}
      submit={t("doCheck")}
      initial={{ effective_on: effective_on ?? started_on ?? today(), until: today(), text: evaluation }}
      mutation={mutation}
      input={(values) => values}
      done={done}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <DateField
            {...form.bind("effective_on")}
            label={t("effectiveOn")}
            hint={t("effectiveHint")}
            required
          />
          <DateField {...form.bind("until")} label={t("until")} required />
          <TextAreaField {...form.bind("text")} label={t("evaluation")} required maxLength={2000} rows={4} />
        </>
      )}
    </FormDialog>
  );
}

export function ConcludeDialog(props: ActProps) {
  const t = useText(improvementText);
  const { person } = useSession();
  const mutation = useAct(
    props,
    (row, { ending, ...typed }: { ending: string; on: string; by: string; text: string }) =>
      concludeImprovement(props.contract, row, { ...typed, goes_on: ending === "goes_on" }),
  );
  return (
    <FormDialog
      title={t("doConclude")}
      submit={t("doConclude")}
      initial={{ ending: "closed", on: today(), by: person.name, text: "" }}
      mutation={mutation}
      input={(values) => values}
      done={done}
      onClose={props.onClose}
    >
      {(form) => (
        <>
          <ChoiceField
            {...form.bind("ending")}
            label={t("concludeAs")}
            required
            options={[
              { value: "closed", label: t("close") },
              { value: "goes_on", label: t("goOn") },
            ]}
          />
          <DateField {...form.bind("on")} label={t("concludedOn")} required />
          <TextField {...form.bind("by")} label={t("decidedBy")} required maxLength={200} />
          <TextAreaField {...form.bind("text")} label={t("conclusion")} required maxLength={2000} rows={3} />
        </>
      )}
    </FormDialog>
  );
}

export function ReviseDialog(props: ActProps) {
  const t = useText(improvementText);
  const { title, problem, measure, aim, person, due_on } = props.improvement;
  const mutation = useAct(props, (row, typed: TypedPlan) =>
    reviseImprovement(props.contract, row, sentPlan(typed)),
  );
  return (
    <FormDialog
      title={t("doRevise")}
      submit={t("doRevise")}
      initial={{ title, problem, measure, aim, person, due_on: due_on ?? "" }}
      mutation={mutation}
      input={(values) => values}
      done={done}
      onClose={props.onClose}
      wide
    >
      {(form) => <PlanFields form={form} />}
    </FormDialog>
  );
}

export function WithdrawDialog(props: ActProps) {
  const t = useText(improvementText);
  const mutation = useAct(props, (row, { reason }: { reason: string }) =>
    withdrawImprovement(props.contract, row, reason),
  );
  return (
    <FormDialog
      title={t("doWithdraw")}
      submit={t("doWithdraw")}
      initial={{ reason: "" }}
      mutation={mutation}
      input={(values) => values}
      done={done}
      onClose={props.onClose}
      danger
    >
      {(form) => (
        <TextAreaField
          {...form.bind("reason")}
          label={t("withdrawReason")}
          required
          maxLength={2000}
          rows={3}
        />
      )}
    </FormDialog>
  );
}
