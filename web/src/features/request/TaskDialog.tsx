import type { ReactNode } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { type Errors, useForm } from "../../lib/form";
import type { Message } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { announce } from "../../ui/Toast";

interface Sending<Act> {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  mutateAsync: (act: Act) => Promise<unknown>;
}

interface Props<T extends object, Act> {
  title: string;
  submit: string;
  done: Message;
  danger?: boolean;
  wide?: boolean;
  initial: T;
  validate: (values: T) => Errors<T>;
  act: (values: T) => Act;
  mutation: Sending<Act>;
  onClose: () => void;
  children: (form: ReturnType<typeof useForm<T>>) => ReactNode;
}

/** A dialog about a request that is not a change of its row: a start, a window, a permission. Keeps what was typed when refused. */
export function TaskDialog<T extends object, Act>({
  initial,
  validate,
  act,
  mutation,
  onClose,
  ...props
}: Props<T, Act>) {
  const form = useForm<T>({ initial, validate });
  const submit = async () => {
    if (!form.check()) return;
    try {
      await mutation.mutateAsync(act(form.values));
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
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {mutation.isError && <ProblemBanner problem={problemOf(mutation.error)} />}
        <ErrorSummary errors={form.list} />
        {props.children(form)}
        <DialogActions onCancel={onClose}>
          <Button type="submit" look={props.danger ? "danger" : "solid"} busy={mutation.isPending}>
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
