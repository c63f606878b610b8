import type { ReactNode } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { type Errors, useForm } from "../../lib/form";
import { message, useSay } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { procedureText } from "./procedure.text";

interface Props<T extends object> {
  title: string;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  initial: T;
  validate?: (values: T) => Errors<T>;
  busy: boolean;
  error: unknown;
  /** Sends it; the dialog stays open with what was typed when this fails. */
  onSubmit: (values: T) => Promise<unknown>;
  onClose: () => void;
  children?: (form: ReturnType<typeof useForm<T>>) => ReactNode;
}

/** A dialog with a form; what the server refuses is said above the fields and beside them. */
export function AskDialog<T extends object>({ validate = () => ({}), ...props }: Props<T>) {
  const say = useSay();
  const form = useForm<T>({ initial: props.initial, validate });
  const problem = props.error ? problemOf(props.error) : undefined;
  const submit = async () => {
    if (!form.check()) return;
    try {
      await props.onSubmit(form.values);
    } catch (error) {
      form.setErrors(errorsOf(problemOf(error), form.values));
    }
  };
  return (
    <Dialog title={props.title} onClose={props.onClose} {...(props.wide && { wide: true })}>
      <form
        className="form"
        noValidate
        onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem?.isConflict ? (
          <Banner tone="warning">{say(message(procedureText, "conflict"))}</Banner>
        ) : (
          problem && <ProblemBanner problem={problem} />
        )}
        <ErrorSummary errors={form.list} />
        {props.children?.(form)}
        <DialogActions onCancel={props.onClose}>
          <Button type="submit" look={props.danger ? "danger" : "solid"} busy={props.busy}>
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
