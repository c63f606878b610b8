import { type ReactNode, useEffect, useRef } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { type Errors, useForm } from "../../lib/form";
import { message, useSay } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { announceText } from "./people.text";

interface Mutation<Input> {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  mutateAsync: (input: Input) => Promise<unknown>;
}

export type FormOf<T extends object> = ReturnType<typeof useForm<T>>;

interface Props<T extends object, Input> {
  title: string;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  initial: T;
  validate: (values: T) => Errors<T>;
  mutation: Mutation<Input>;
  input: (values: T) => Input;
  onDone: (values: T) => void;
  onClose: () => void;
  children: (form: FormOf<T>) => ReactNode;
}

/** A form in a dialog: what the server refuses is said above the fields and beside them; nothing typed is lost. */
export function FormDialog<T extends object, Input>({ mutation, ...props }: Props<T, Input>) {
  const say = useSay();
  const form = useForm<T>({ initial: props.initial, validate: props.validate });
  const problem = mutation.isError ? problemOf(mutation.error) : undefined;
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) refusal.current?.focus();
  }, [problem]);
  const submit = async () => {
    if (!form.check()) return;
    try {
      await mutation.mutateAsync(props.input(form.values));
      props.onDone(form.values);
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
        <div ref={refusal} tabIndex={-1}>
          {problem?.isConflict && problem.code === "people/changed" ? (
            <Banner tone="warning">{say(message(announceText, "conflict"))}</Banner>
          ) : (
            problem && <ProblemBanner problem={problem} />
          )}
        </div>
        <ErrorSummary errors={form.list} />
        {props.children(form)}
        <DialogActions onCancel={props.onClose}>
          <Button type="submit" look={props.danger ? "danger" : "solid"} busy={mutation.isPending}>
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
