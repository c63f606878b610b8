import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../api/session";
import type { Contract, Incident, SupportWindowAnswer } from "../../api/types";
import { type Message, message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { ruleSeverity, supportWindowQuery } from "./incident.queries";
import { RecordDialog } from "./RecordDialog";
import { supportText } from "./support.text";

interface Props {
  contract: Contract;
  incident: Incident;
}

const gradesOf = (contract: Contract, kind: string) =>
  contract.support_windows.filter(({ classes, severity }) => severity !== "" && classes.includes(kind));

const instructedAt = ({ entries, begun_at }: Incident): string =>
  entries.find(({ act, taken_back }) => act === "handed_over" && taken_back === "")?.at ?? begun_at;

/** When the contract wants this fault to be answered, by its class and severity (SUP-01…07). */
export function SupportBlock({ contract, incident }: Props) {
  const t = useText(supportText);
  const say = useSay();
  const spoken = useLanguage();
  const may = useMay(contract.id);
  const at = instructedAt(incident);
  const { data } = useQuery(supportWindowQuery(contract.id, incident, at));
  const [ruling, setRuling] = useState(false);
  const grades = gradesOf(contract, incident.class);
  const window = data?.items[0];
  if (!window) return null;
  const goesOn = incident.state !== "closed" && incident.state !== "filtered";
  return (
    <Block
      title={t("title")}
      actions={
        grades.length > 1 &&
        goesOn &&
        may("direct_incident") && <Button onClick={() => setRuling(true)}>{t("rule")}</Button>
      }
    >
      <p>
        <strong>{say(window.label)}</strong> <span className="quiet">{window.clause}</span>
        {grades.length > 1 && incident.severity === "" && <span> {t("notRuled")}</span>}
      </p>
      <p>{say(promiseOf(window, (moment) => sayInstant(moment, spoken)))}</p>
      <p className="quiet">
        {t("at", { at: sayInstant(at, spoken) })} {window.forecast && t("forecast")}
      </p>
      <p className="no-print">
        <Link to="/contracts/$contract/desks" params={{ contract: contract.id }}>
          {t("whoToCall")}
        </Link>
      </p>
      {ruling && <RuleDialog contract={contract} incident={incident} onClose={() => setRuling(false)} />}
    </Block>
  );
}

function promiseOf(window: SupportWindowAnswer, moment: (at: string) => string): Message {
  const due = window.due ? moment(window.due) : "";
  if (window.promise === "on_site_now" && due) return message(supportText, "on_site_now_due", { due });
  return message(supportText, window.promise, {
    due,
    opens: window.opens_at ? moment(window.opens_at) : "",
  });
}

const fillIn = (key: "severity" | "decidedBy" | "reason"): Message =>
  message(supportText, "fillIn", { label: message(supportText, key) });

function RuleDialog({ contract, incident, onClose }: Props & { onClose: () => void }) {
  const t = useText(supportText);
  const say = useSay();
  const grades = gradesOf(contract, incident.class);
  return (
    <RecordDialog
      contract={contract.id}
      incident={incident}
      title={t("rule")}
      submit={t("rule")}
      initial={{ severity: "", decided_by: "", reason: "" }}
      validate={(values) => ({
        ...(values.severity === "" && { severity: fillIn("severity") }),
        ...(values.decided_by.trim() === "" && { decided_by: fillIn("decidedBy") }),
        ...(values.reason.trim() === "" && { reason: fillIn("reason") }),
      })}
      send={(values, opened) => ruleSeverity(contract.id, opened, values)}
      done={message(supportText, "ruled")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="field-hint">{t("ruleHint")}</p>
          <SelectField
            {...form.bind("severity")}
            label={t("severity")}
            required
            none={t("choose")}
            options={grades
              .filter(({ severity }) => severity !== incident.severity)
              .map(({ severity, label }) => ({ value: severity, label: say(label) }))}
          />
          <TextField {...form.bind("decided_by")} label={t("decidedBy")} required maxLength={200} />
          <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={3} maxLength={2000} />
        </>
      )}
    </RecordDialog>
  );
}
