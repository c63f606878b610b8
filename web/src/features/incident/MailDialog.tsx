import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import { message, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextAreaField, TextField } from "../../ui/Field";
import { Loading } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { mailQuery } from "./incident.queries";
import { incidentText } from "./incident.text";

interface Props {
  contract: string;
  id: string;
  onClose: () => void;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(message(incidentText, "copied"));
  } catch {
    announce(message(incidentText, "notCopied"), "error");
  }
}

/** The report to the city as a mail, to be sent with whatever program people send mail with. */
export function MailDialog({ contract, id, onClose }: Props) {
  const t = useText(incidentText);
  const { data, error, isPending } = useQuery(mailQuery(contract, id));
  const nothing = () => undefined;
  return (
    <Dialog title={t("mailTitle")} onClose={onClose} wide>
      {isPending && <Loading />}
      {error && <ProblemBanner problem={problemOf(error)} />}
      {data && (
        <div className="form">
          <p className="field-hint">{t("mailHint")}</p>
          <TextField
            name="subject"
            label={t("mailSubject")}
            value={data.subject}
            onChange={nothing}
            readOnly
          />
          <TextAreaField
            name="body"
            label={t("mailBody")}
            value={data.body}
            onChange={nothing}
            readOnly
            rows={14}
          />
          <div className="actions">
            <Button look="solid" onClick={() => void copy(data.body)}>
              {t("copy")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
