import { useQuery } from "@tanstack/react-query";
import type { SecurityIncident } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts } from "../../ui/Page";
import { damageText, damageVerdict } from "./damage.text";
import { incidentParty } from "./incident.text";
import { addressOf, filesQuery } from "./register.queries";

interface Props {
  contract: string;
  incident: SecurityIncident;
}

/** That the city was told of damage in writing, and the paper itself (LAW-02). */
export function WrittenReportBlock({ contract, incident }: Props) {
  const t = useText(damageText);
  const files = useQuery(filesQuery(contract, "security-incidents", incident.id)).data?.items ?? [];
  const written = incident.written;
  return (
    <Block title={t("written")}>
      {written ? (
        <Facts>
          <Fact term={t("writtenAt")}>{sayInstant(written.at)}</Fact>
          <Fact term={t("writtenTo")}>{written.told_to}</Fact>
          <Fact term={t("writtenHow")}>{written.how}</Fact>
          <Fact term={t("writtenBy")}>{written.by}</Fact>
          <Fact term={t("file")} wide>
            <a
              href={`${addressOf(contract, "security-incidents", incident.id)}/attachments/${encodeURIComponent(written.file)}`}
              download
            >
              {files.find(({ id }) => id === written.file)?.name ?? t("file")}
            </a>
          </Fact>
        </Facts>
      ) : (
        <p className="quiet">{t("writtenNone")}</p>
      )}
    </Block>
  );
}

interface Acts {
  onRestore: (() => void) | undefined;
  onRule: (() => void) | undefined;
}

/** How damage was made good, and the city's word about it (LAW-04). */
export function RestorationBlock({ incident, onRestore, onRule }: { incident: SecurityIncident } & Acts) {
  const t = useText(damageText);
  const party = useText(incidentParty);
  const spoken = useLanguage();
  const done = incident.restoration;
  return (
    <Block
      title={t("restoration")}
      actions={
        <>
          {onRestore && (
            <Button onClick={onRestore}>{t(done ? "recordRestorationAnew" : "recordRestoration")}</Button>
          )}
          {onRule && <Button onClick={onRule}>{t("rule")}</Button>}
        </>
      }
    >
      {done ? (
        <Facts>
          <Fact term={t("what")} wide>
            {done.what}
          </Fact>
          <Fact term={t("before")}>{done.material_before}</Fact>
          <Fact term={t("after")}>{done.material_after}</Fact>
          <Fact term={t("doneOn")}>{sayDay(done.done_on, spoken)}</Fact>
          <Fact term={t("borneBy")}>{party(done.borne_by)}</Fact>
          <Fact term={t("recordedBy")}>{done.by}</Fact>
        </Facts>
      ) : (
        <p className="quiet">{t("restorationNone")}</p>
      )}
      <RulingFacts incident={incident} />
    </Block>
  );
}

function RulingFacts({ incident: { ruling } }: { incident: SecurityIncident }) {
  const t = useText(damageText);
  const word = useText(damageVerdict);
  if (!ruling) return null;
  return (
    <Facts>
      <Fact term={t("ruling")}>{word(ruling.verdict)}</Fact>
      <Fact term={t("ruledBy")}>
        {ruling.by} {sayInstant(ruling.at)}
      </Fact>
      {ruling.text && (
        <Fact term={t("rulingText")} wide>
          {ruling.text}
        </Fact>
      )}
    </Facts>
  );
}
