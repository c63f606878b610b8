import type { ReactNode } from "react";
import { errorsOf } from "../../api/form-errors";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import type { Question } from "../../api/types";
import { type Errors, useForm } from "../../lib/form";
import { type Message, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { FieldScope } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { type QuestionAct, useQuestionAct } from "./question.queries";
import { questionText } from "./question.text";

interface Props<T extends object> {
  contract: string;
  question: Question;
  initial: T;
  validate: (values: T) => Errors<T>;
  act: (values: T) => QuestionAct;
  done: Message;
  submit: string;
  look?: "solid" | "outline" | "danger";
  /** Keeps what is typed under this name until it is sent. */
  draft: string;
  children: (form: ReturnType<typeof useForm<T>>) => ReactNode;
  /** In a dialog: closes it. In the page the form stays and is emptied. */
  onClose?: () => void;
}

/**
 * A form that moves a question along. When somebody else was first, what was typed stays, the conversation shows what
 * happened, and the next press sends on top of that.
 */
export function ActForm<T extends object>(props: Props<T>) {
  const { contract, question, onClose } = props;
  const t = useText(questionText);
  const form = useForm<T>({
    initial: props.initial,
    validate: props.validate,
    draft: { person: useSession().person.id, form: `question.${props.draft}.${question.id}` },
  });
  const mutation = useQuestionAct(contract, question, onClose !== undefined || form.written);
  const problem = mutation.isError ? problemOf(mutation.error) : undefined;
  const submit = async () => {
    if (!form.check()) return;
    try {
      await mutation.mutateAsync(props.act(form.values));
      form.reset();
      announce(props.done);
      onClose?.();
    } catch (error) {
      form.setErrors(errorsOf(problemOf(error), form.values));
    }
  };
  const send = (
    <Button type="submit" look={props.look ?? "solid"} busy={mutation.isPending}>
      {props.submit}
    </Button>
  );
  return (
    <form
      className="form no-print"
      noValidate
      onKeyDown={(event) => event.key === "Enter" && event.ctrlKey && event.currentTarget.requestSubmit()}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem?.isConflict && <Banner tone="warning" title={t("conflict")} />}
      {problem && !problem.isConflict && <ProblemBanner problem={problem} />}
      <FieldScope>
        <ErrorSummary errors={form.list} />
        {props.children(form)}
      </FieldScope>
      {onClose ? (
        <DialogActions
          onCancel={() => {
            form.forget();
            onClose();
          }}
        >
          {send}
        </DialogActions>
      ) : (
        <div className="actions">{send}</div>
      )}
    </form>
  );
}

/** The same in a dialog. */
export function ActDialog<T extends object>({
  title,
  ...props
}: Props<T> & { title: string; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={props.onClose}>
      <ActForm {...props} />
    </Dialog>
  );
}
