import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import type { ApprovalDetail } from "../../api/types";
import { useForm } from "../../lib/form";
import { message, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { ErrorSummary } from "../../ui/ErrorSummary";
import { TextAreaField } from "../../ui/Field";
import { announce } from "../../ui/Toast";
import { type Judgement, useDecide } from "./approval.queries";
import { approvalText } from "./approval.text";

interface Props {
  contract: string;
  detail: ApprovalDetail;
}

/** The word on the button that grants: what the decision is, not how the program calls it. */
export function grantWord({ approval }: ApprovalDetail) {
  if (approval.nature === "instruct") return "confirmInstruction";
  if (approval.step + 1 < approval.steps) return "grantStep";
  return approval.nature === "agree" ? "agree" : "grant";
}

/** Opinion, conditions and the two answers. When somebody else was first, what was typed stays. */
export function DecideForm({ contract, detail }: Props) {
  const t = useText(approvalText);
  const { approval } = detail;
  const { person } = useSession();
  const form = useForm({
    initial: { opinion: "", conditions: "" },
    validate: () => ({}),
    draft: { person: person.id, form: `approval.${approval.id}` },
  });
  const decide = useDecide(contract, detail, form.written);
  const problem = decide.isError ? problemOf(decide.error) : undefined;
  const answer = async (verdict: Judgement["verdict"]) => {
    if (verdict === "refuse" && form.values.opinion.trim() === "") {
      form.setErrors({ opinion: message(approvalText, "enterReason") });
      return;
    }
    form.setErrors({});
    await decide.mutateAsync({ ...form.values, verdict });
    form.forget();
    announce(message(approvalText, "done", { number: approval.number }));
  };
  // The form goes away when nothing is left to decide; the notice stays.
  const tell = (error: unknown) => {
    if (problemOf(error).isConflict) announce(message(approvalText, "changed"), "error");
  };
  const press = (verdict: Judgement["verdict"]) => () => void answer(verdict).catch(tell);
  const notice = approval.nature === "acknowledge";
  return (
    <form className="form approval-decide no-print" noValidate onSubmit={(event) => event.preventDefault()}>
      {problem?.isConflict && <Banner tone="warning">{t("changed")}</Banner>}
      {problem && !problem.isConflict && <ProblemBanner problem={problem} />}
      <ErrorSummary errors={form.list} />
      <TextAreaField
        {...form.bind("opinion")}
        label={t("opinion")}
        {...(!notice && { hint: t("opinionHint") })}
        rows={3}
        maxLength={2000}
      />
      {!notice && (
        <TextAreaField
          {...form.bind("conditions")}
          label={t("conditions")}
          hint={t("conditionsHint")}
          optional
          rows={2}
          maxLength={2000}
        />
      )}
      <div className="actions">
        {notice ? (
          <Button look="solid" busy={decide.isPending} onClick={press("acknowledge")}>
            {t("acknowledge")}
          </Button>
        ) : (
          <>
            <Button look="solid" busy={decide.isPending} onClick={press("grant")}>
              {t(grantWord(detail))}
            </Button>
            <Button look="danger" busy={decide.isPending} onClick={press("refuse")}>
              {t("refuse")}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
