import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import { type Errors, useForm } from "../../lib/form";
import { type Message, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { announce } from "../../ui/Toast";
import { type RegisterKind, refreshRegister } from "./register.queries";
import { registerText } from "./register.text";

export interface RowOf {
  contract: string;
  kind: RegisterKind;
  id: string;
}

interface Props<T extends object, Row> {
  row: RowOf;
  /** The row itself, where what is recorded names its version. */
  over?: Row;
  title: string;
  submit?: string;
  danger?: boolean;
  initial: T;
  validate: (values: T) => Errors<T>;
  /** Sends what was typed, for the row as it was when the dialog opened; after a conflict for the present one. */
  send: (values: T, over: Row) => Promise<unknown>;
  done: Message;
  onClose: () => void;
  children: (form: ReturnType<typeof useForm<T>>) => ReactNode;
}

/** A dialog that records something about a row. When somebody else was first it stays open with what was typed. */
export function RecordDialog<T extends object, Row = undefined>({
  row,
  over,
  initial,
  validate,
  send,
  onClose,
  ...props
}: Props<T, Row>) {
  const t = useText(registerText);
  const client = useQueryClient();
  const form = useForm<T>({ initial, validate });
  const refresh = () => refreshRegister(client, row.contract, row.kind, row.id);
  const mutation = useRowMutation(over as Row, (opened, values: T) => send(values, opened), {
    onConflict: refresh,
  });
  const problem = mutation.isError ? problemOf(mutation.error) : undefined;
  const submit = async () => {
    if (!form.check()) return;
    try {
      await mutation.mutateAsync(form.values);
      void refresh();
      announce(props.done);
      onClose();
    } catch (error) {
      form.setErrors(errorsOf(problemOf(error), form.values));
    }
  };
  return (
    <Dialog title={props.title} onClose={onClose}>
      <form
        className="form"
        noValidate
        onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem?.isConflict && (
          <Banner tone="warning" title={t("conflictTitle")}>
            {t("conflict")}
          </Banner>
        )}
        {problem && !problem.isConflict && <ProblemBanner problem={problem} />}
        <ErrorSummary errors={form.list} />
        {props.children(form)}
        <DialogActions onCancel={onClose}>
          <Button type="submit" look={props.danger ? "danger" : "solid"} busy={mutation.isPending}>
            {props.submit ?? t("save")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
