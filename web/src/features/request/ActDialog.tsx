import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import type { Contract, WorkRequest } from "../../api/types";
import { type Errors, useForm } from "../../lib/form";
import { type Message, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { newestFirst } from "../../parts/Timeline";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { announce } from "../../ui/Toast";
import { Changes } from "./Changes";
import { Restored } from "./Restored";
import { eventsQuery, type RequestAct, useRequestAct } from "./request.queries";
import { requestText } from "./request.text";

export interface DialogProps {
  contract: Contract;
  row: WorkRequest;
  onClose: () => void;
}

interface Props<T extends object> extends DialogProps {
  title: string;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  /** Keeps what is typed under this name until it is sent or given up. */
  draft?: string;
  initial: T;
  validate: (values: T) => Errors<T>;
  act: (values: T) => RequestAct;
  done: Message;
  children: (form: ReturnType<typeof useForm<T>>) => ReactNode;
}

/**
 * A dialog that moves a request along. When somebody else was first it stays open with what was typed, shows who won and
 * what changed, and the next press saves on top of that.
 */
export function ActDialog<T extends object>({
  contract,
  row,
  onClose,
  initial,
  validate,
  act,
  ...props
}: Props<T>) {
  const mutation = useRequestAct(contract.id, row);
  const { person } = useSession();
  const form = useForm<T>({
    initial,
    validate,
    ...(props.draft && { draft: { person: person.id, form: `${props.draft}.${row.id}` } }),
  });
  const problem = mutation.isError ? problemOf(mutation.error) : undefined;
  const conflict = problem?.isConflict ?? false;
  const submit = async () => {
    if (!form.check()) return;
    try {
      await mutation.mutateAsync(act(form.values));
      form.forget();
      announce(props.done);
      onClose();
    } catch (error) {
      form.setErrors(errorsOf(problemOf(error), form.values));
    }
  };
  return (
    <Dialog title={props.title} onClose={onClose} {...(props.wide && { wide: true })}>
      <form
        className="form"
        noValidate
        onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {conflict && <Conflict contract={contract} row={row} />}
        {problem && !conflict && <ProblemBanner problem={problem} />}
        {form.restored && <Restored onStartOver={form.reset} />}
        <ErrorSummary errors={form.list} />
        {props.children(form)}
        <DialogActions
          onCancel={() => {
            form.forget();
            onClose();
          }}
        >
          <Button type="submit" look={props.danger ? "danger" : "solid"} busy={mutation.isPending}>
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Who was first, and what they changed. */
function Conflict({ contract, row }: { contract: Contract; row: WorkRequest }) {
  const t = useText(requestText);
  const say = useSay();
  const { data } = useQuery(eventsQuery(contract.id, row.id));
  const winner = newestFirst(data?.items ?? []).find(({ changes }) => changes.length > 0);
  return (
    <Banner tone="warning" title={t("conflictTitle")}>
      {winner && (
        <>
          <p>{t("conflict", { actor: winner.actor_name, at: sayInstant(winner.at) })}</p>
          <p>{say(winner.text)}</p>
          <Changes changes={winner.changes} />
        </>
      )}
    </Banner>
  );
}
