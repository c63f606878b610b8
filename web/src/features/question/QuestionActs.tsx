import { useState } from "react";
import type { Question, QuestionDetail } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { TextAreaField } from "../../ui/Field";
import { ActDialog, ActForm } from "./ActForm";
import { OralDialog } from "./OralDialog";
import { questionText } from "./question.text";

const longest = 5000;

type Asking = "answer" | "accept" | "ask" | "withdraw" | "oral";

/** What the caller may do with the question now: the form of the next act open, the others behind buttons. */
export function QuestionActs({ contract, detail }: { contract: string; detail: QuestionDetail }) {
  const t = useText(questionText);
  const { question } = detail;
  const [asking, setAsking] = useState<Asking | undefined>();
  const close = () => setAsking(undefined);
  const can = (action: Question["can"][number]): boolean => question.can.includes(action);
  const shared = { contract, question };
  const answersNow = can("answer") && question.state === "open";
  return (
    <div className="question-acts no-print">
      {answersNow && <AnswerForm {...shared} />}
      <div className="actions">
        {can("accept") && (
          <Button look="solid" onClick={() => setAsking("accept")}>
            {t("accept")}
          </Button>
        )}
        {can("answer") && !answersNow && (
          <Button onClick={() => setAsking("answer")}>{t("changeAnswer")}</Button>
        )}
        {can("ask") && (
          <Button onClick={() => setAsking("ask")}>
            {t(question.state === "open" ? "askMore" : "askAgain")}
          </Button>
        )}
        {can("record_oral") && <Button onClick={() => setAsking("oral")}>{t("oral")}</Button>}
        {can("withdraw") && (
          <Button look="danger" onClick={() => setAsking("withdraw")}>
            {t("withdraw")}
          </Button>
        )}
      </div>
      {can("comment") && <CommentForm {...shared} />}
      {asking === "answer" && <AnswerForm {...shared} onClose={close} />}
      {asking === "accept" && <AcceptDialog {...shared} detail={detail} onClose={close} />}
      {asking === "ask" && <AskDialog {...shared} onClose={close} />}
      {asking === "withdraw" && <WithdrawDialog {...shared} onClose={close} />}
      {asking === "oral" && <OralDialog {...shared} detail={detail} onClose={close} />}
    </div>
  );
}

interface Props {
  contract: string;
  question: Question;
}

/** In the page while the city owes an answer; in a dialog, with the present answer, to change it. */
function AnswerForm({ onClose, ...shared }: Props & { onClose?: () => void }) {
  const t = useText(questionText);
  const { question } = shared;
  const form = {
    ...shared,
    draft: "answer",
    initial: onClose ? { text: question.answer, change: question.change } : { text: "", change: "" },
    validate: ({ text }: { text: string }) =>
      text.trim() === "" ? { text: message(questionText, "enterAnswer") } : {},
    act: (body: { text: string; change: string }) => ({ act: "answer", body }) as const,
    done: message(questionText, "answered"),
  };
  const fields = ({ bind }: { bind: Bind<"text" | "change"> }) => (
    <>
      {onClose && <p>{t("changeAnswerLead")}</p>}
      <TextAreaField {...bind("text")} label={t("answerLabel")} required rows={5} maxLength={longest} />
      <TextAreaField {...bind("change")} label={t("changeLabel")} optional rows={2} maxLength={longest} />
    </>
  );
  return onClose ? (
    <ActDialog {...form} title={t("changeAnswer")} submit={t("changeAnswer")} onClose={onClose}>
      {fields}
    </ActDialog>
  ) : (
    <ActForm {...form} submit={t("writeAnswer")}>
      {fields}
    </ActForm>
  );
}

interface Bound {
  name: string;
  value: string;
  error: ReturnType<typeof message> | undefined;
  onChange: (value: string) => void;
}
type Bind<Name extends string> = (name: Name) => Bound;

function AcceptDialog({
  detail,
  onClose,
  ...shared
}: Props & { detail: QuestionDetail; onClose: () => void }) {
  const t = useText(questionText);
  return (
    <ActDialog
      {...shared}
      title={t("acceptTitle")}
      submit={t("accept")}
      draft="accept"
      initial={{}}
      validate={() => ({})}
      act={() => ({ act: "accept" })}
      done={message(questionText, "accepted")}
      onClose={onClose}
    >
      {() => (
        <p>{detail.answer_approved ? t("acceptLeadApproval", { clause: detail.clause }) : t("acceptLead")}</p>
      )}
    </ActDialog>
  );
}

function AskDialog({ onClose, ...shared }: Props & { onClose: () => void }) {
  const t = useText(questionText);
  const open = shared.question.state === "open";
  return (
    <ActDialog
      {...shared}
      title={t(open ? "askMore" : "askAgain")}
      submit={t("send")}
      draft="ask"
      initial={{ text: open ? shared.question.text : "" }}
      validate={({ text }) => (text.trim() === "" ? { text: message(questionText, "enterQuestion") } : {})}
      act={(body) => ({ act: "ask", body })}
      done={message(questionText, "asked")}
      onClose={onClose}
    >
      {(form) => (
        <TextAreaField
          {...form.bind("text")}
          label={t("askLabel")}
          hint={t("textHint")}
          required
          rows={6}
          maxLength={longest}
        />
      )}
    </ActDialog>
  );
}

function WithdrawDialog({ onClose, ...shared }: Props & { onClose: () => void }) {
  const t = useText(questionText);
  return (
    <ActDialog
      {...shared}
      title={t("withdrawTitle", { number: shared.question.number })}
      submit={t("withdraw")}
      look="danger"
      draft="withdraw"
      initial={{ reason: "" }}
      validate={({ reason }) =>
        reason.trim() === "" ? { reason: message(questionText, "enterReason") } : {}
      }
      act={(body) => ({ act: "withdraw", body })}
      done={message(questionText, "withdrawn")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("withdrawLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={1000} />
        </>
      )}
    </ActDialog>
  );
}

function CommentForm(shared: Props) {
  const t = useText(questionText);
  return (
    <ActForm
      {...shared}
      submit={t("addComment")}
      look="outline"
      draft="comment"
      initial={{ text: "" }}
      validate={({ text }) => (text.trim() === "" ? { text: message(questionText, "enterComment") } : {})}
      act={(body) => ({ act: "comment", body })}
      done={message(questionText, "commented")}
    >
      {(form) => <TextAreaField {...form.bind("text")} label={t("comment")} rows={2} maxLength={2000} />}
    </ActForm>
  );
}
