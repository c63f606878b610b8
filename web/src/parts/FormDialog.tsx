import { type ReactNode, useEffect, useRef } from "react";
import { errorsOf } from "../api/form-errors";
import { problemOf } from "../api/problem";
import { type Errors, useForm } from "../lib/form";
import { type Message, message, texts, useSay } from "../lib/i18n";
import { Banner, ProblemBanner } from "../ui/Banner";
import { Button } from "../ui/Button";
import { Dialog, DialogActions } from "../ui/Dialog";
import { ErrorSummary } from "../ui/ErrorSummary";
import { announce } from "../ui/Toast";

export type FormOf<T extends object> = ReturnType<typeof useForm<T>>;

interface Sending<Input, Answer> {
  isPending: boolean;
  error: unknown;
  mutateAsync: (input: Input) => Promise<Answer>;
}

interface Props<T extends object, Input, Answer> {
  title: string;
  submit: string;
  danger?: boolean;
  wide?: boolean;
  initial: T;
  validate?: (values: T) => Errors<T>;
  mutation: Sending<Input, Answer>;
  input: (values: T) => Input;
  /** Said when somebody else was first, where the usual words do not fit. */
  conflict?: Message;
  /** Told at the edge of the screen once it is saved. */
  done?: Message;
  /** After that; the dialog closes where nothing else is to happen. */
  onDone?: (values: T, answer: Answer) => unknown;
  onClose: () => void;
  children?: (form: FormOf<T>) => ReactNode;
}

const formText = texts({
  conflict: [
    "ほかの人が先に変えました。入力した内容はここに残っています。最新の内容を確かめ、これでよければもう一度送ってください。",
    "Somebody else changed this first. What you entered is still here. Look at what it says now, and send again if it still holds.",
  ],
});

/** A form in a dialog. What the server refuses is said above the fields and beside them; nothing typed is lost. */
export function FormDialog<T extends object, Input, Answer>({
  mutation,
  onClose,
  onDone = onClose,
  ...props
}: Props<T, Input, Answer>) {
  const say = useSay();
  const form = useForm<T>({ initial: props.initial, validate: props.validate ?? (() => ({})) });
  const problem = mutation.error ? problemOf(mutation.error) : undefined;
  const refusal = useRef<HTMLDivElement>(null);
  // The refusal stands above fields that may have scrolled away.
  useEffect(() => {
    if (problem) refusal.current?.focus();
  }, [problem]);
  const submit = async () => {
    if (!form.check()) return;
    try {
      const answer = await mutation.mutateAsync(props.input(form.values));
      if (props.done) announce(props.done);
      await onDone(form.values, answer);
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
        {problem && (
          <div ref={refusal} tabIndex={-1}>
            {problem.isConflict ? (
              <Banner tone="warning">{say(props.conflict ?? message(formText, "conflict"))}</Banner>
            ) : (
              <ProblemBanner problem={problem} />
            )}
          </div>
        )}
        <ErrorSummary errors={form.list} />
        {props.children?.(form)}
        <DialogActions onCancel={onClose}>
          <Button type="submit" look={props.danger ? "danger" : "solid"} busy={mutation.isPending}>
            {props.submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
