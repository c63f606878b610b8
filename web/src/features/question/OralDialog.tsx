import type { Question, QuestionDetail } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { Check, TextAreaField, TextField } from "../../ui/Field";
import { MomentField } from "../../ui/MomentField";
import { ActDialog } from "./ActForm";
import { questionText } from "./question.text";

interface Props {
  contract: string;
  question: Question;
  detail: QuestionDetail;
  onClose: () => void;
}

interface Values {
  text: string;
  at: string;
  with: string;
  minor: boolean;
}

const initial: Values = { text: "", at: "", with: "", minor: false };

/** What is missing before an oral confirmation can be recorded. */
export const oralErrors = ({ text, at, with: partner }: Values) => ({
  ...(at === "" && { at: message(questionText, "enterAt") }),
  ...(partner.trim() === "" && { with: message(questionText, "enterWith") }),
  ...(text.trim() === "" && { text: message(questionText, "enterAnswer") }),
});

/** Who confirmed what with whom, and when; the server says when the contract does not allow it. */
export function OralDialog({ detail, onClose, ...shared }: Props) {
  const t = useText(questionText);
  return (
    <ActDialog<Values>
      {...shared}
      title={t("oral")}
      submit={t("oral")}
      draft="oral"
      initial={initial}
      validate={oralErrors}
      act={(body) => ({ act: "record_oral", body })}
      done={message(questionText, "oralDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("oralLead", { clause: detail.clause })}</p>
          <MomentField {...form.bind("at")} label={t("oralAt")} required />
          <TextField
            {...form.bind("with")}
            label={t("oralWith")}
            required
            maxLength={200}
            autoComplete="off"
          />
          <TextAreaField {...form.bind("text")} label={t("oralText")} required rows={4} maxLength={5000} />
          {detail.oral_only_minor && (
            <Check
              label={t("oralMinor")}
              checked={form.values.minor}
              onChange={(minor) => form.set({ minor })}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
