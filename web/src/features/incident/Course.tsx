import { useState } from "react";
import type { Incident, IncidentEntry } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Check } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { TakeBackDialog } from "./act-dialogs";
import { incidentAct, incidentText } from "./incident.text";

interface Props {
  contract: string;
  incident: Incident;
  mayTakeBack: boolean;
}

/** What happened when. Entries that were taken back are shown on demand. */
export function Course({ contract, incident, mayTakeBack }: Props) {
  const t = useText(incidentText);
  const word = useText(incidentAct);
  const spoken = useLanguage();
  const [all, setAll] = useState(false);
  const [wrong, setWrong] = useState<IncidentEntry | undefined>();
  const entries = incident.entries.filter(({ taken_back }) => all || taken_back === "");
  const titleOf = ({ act, at }: IncidentEntry) =>
    t("takeBackOf", { act: word(act), at: sayInstant(at, spoken) });
  return (
    <Block title={t("course")}>
      <Table caption={t("course")}>
        <thead>
          <tr>
            <th scope="col">{t("at")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("text")}</th>
            {mayTakeBack && <th scope="col" className="no-print" aria-label={t("takeBack")} />}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} className={entry.taken_back ? "incident-taken-back" : undefined}>
              <th scope="row">
                <span>{sayInstant(entry.at, spoken)}</span>
              </th>
              <td>
                <span>{word(entry.act)}</span>
              </td>
              <td>
                <span>{[entry.person, entry.city_person].filter(Boolean).join(" ／ ")}</span>
              </td>
              <td>
                <EntryDetails entry={entry} />
              </td>
              {mayTakeBack && (
                <td className="no-print">
                  {entry.taken_back === "" && !entry.visit_id && (
                    <Button size="sm" aria-label={titleOf(entry)} onClick={() => setWrong(entry)}>
                      {t("takeBack")}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {incident.entries.some(({ taken_back }) => taken_back !== "") && (
        <div className="no-print">
          <Check label={t("showTakenBack")} checked={all} onChange={setAll} />
        </div>
      )}
      {wrong && (
        <TakeBackDialog
          contract={contract}
          incident={incident}
          entry={wrong.id}
          title={titleOf(wrong)}
          onClose={() => setWrong(undefined)}
        />
      )}
    </Block>
  );
}

function EntryDetails({ entry }: { entry: IncidentEntry }) {
  const t = useText(incidentText);
  const spoken = useLanguage();
  return (
    <>
      <span className="prewrap">{entry.text}</span>
      {entry.appointment && (
        <div>
          {t("appointment")} {sayInstant(entry.appointment, spoken)}
        </div>
      )}
      {entry.finished_at && (
        <div>
          {t("finishedAt")} {sayInstant(entry.finished_at, spoken)}
        </div>
      )}
      {entry.taken_back && <div>{t("takenBack", { reason: entry.taken_back })}</div>}
    </>
  );
}
