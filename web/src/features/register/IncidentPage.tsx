import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import { useContractId } from "../../api/contract";
import type { SecurityIncident } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { IncidentStateChip, LateReportChip } from "./chips";
import { RestorationBlock, WrittenReportBlock } from "./DamageBlocks";
import { damageText } from "./damage.text";
import { RestorationDialog, RulingDialog, WrittenReportDialog } from "./damage-dialogs";
import { Files } from "./Files";
import { HarmFacts } from "./HarmFacts";
import { incidentPaper, incidentQuery } from "./incident.queries";
import { entryKind, incidentCategory, incidentKind, incidentText } from "./incident.text";
import {
  CloseDialog,
  CorrectIncidentDialog,
  EntryDialog,
  FirstReportDialog,
  ReopenDialog,
} from "./incident-dialogs";
import { RowFrame } from "./RegisterFrame";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  incident: SecurityIncident;
}

type Asking = SecurityIncident["can"][number];

const dialogs: Record<Asking, ComponentType<Props & { onClose: () => void }>> = {
  change: CorrectIncidentDialog,
  report_first: FirstReportDialog,
  report_in_writing: WrittenReportDialog,
  restore: RestorationDialog,
  rule: RulingDialog,
  add_entry: EntryDialog,
  close: CloseDialog,
  reopen: ReopenDialog,
};

export default function IncidentPage() {
  const t = useText(incidentText);
  const contract = useContractId();
  const { incident: id } = useParams({ from: "/inside/contracts/$contract/security-incidents/$incident" });
  const { data: incident } = useSuspenseQuery(incidentQuery(contract, id));
  const [asking, setAsking] = useState<Asking | undefined>();
  const Asked = asking && dialogs[asking];
  const may = (action: Asking) => incident.can.includes(action);
  const ask = (action: Asking) => (may(action) ? () => setAsking(action) : undefined);
  const damage = incident.category === "damage";
  return (
    <RowFrame
      contract={contract}
      kind="security-incidents"
      id={incident.id}
      title={`${incident.number} ${incident.title}`}
      register={t("title")}
      actions={<Actions contract={contract} incident={incident} onAsk={setAsking} />}
      head={<ReportMissing incident={incident} onAsk={setAsking} />}
      aside={
        <>
          {damage && <WrittenReportBlock contract={contract} incident={incident} />}
          <FirstReport incident={incident} />
          <Closing incident={incident} />
        </>
      }
    >
      <Details contract={contract} incident={incident} />
      <Course incident={incident} onAdd={ask("add_entry")} />
      {damage && <RestorationBlock incident={incident} onRestore={ask("restore")} onRule={ask("rule")} />}
      <Files contract={contract} kind="security-incidents" id={incident.id} mayAdd={may("add_entry")} />
      {Asked && <Asked contract={contract} incident={incident} onClose={() => setAsking(undefined)} />}
    </RowFrame>
  );
}

/** The city was not told yet as its category asks for: until when, and the way to record that it was. */
function ReportMissing({ incident, onAsk }: { incident: SecurityIncident; onAsk: (asking: Asking) => void }) {
  const t = useText(incidentText);
  const damage = useText(damageText);
  const inWriting = incident.category === "damage" && !incident.written;
  if (incident.state === "closed" || (incident.state !== "noticed" && !inWriting)) return null;
  const due = {
    at: incident.report_due_at ? sayInstant(incident.report_due_at) : "",
    basis: incident.report_guide ? t("guide") : incident.report_clause,
  };
  const title = incident.report_due_at
    ? t(inWriting ? "writtenDue" : "firstReportDue", due)
    : t(inWriting ? "writtenMissing" : "firstReportMissing");
  return (
    <Banner
      tone={incident.report_late ? "error" : "warning"}
      title={title}
      actions={
        <>
          {inWriting && incident.can.includes("report_in_writing") && (
            <Button look="solid" onClick={() => onAsk("report_in_writing")}>
              {damage("recordWritten")}
            </Button>
          )}
          {incident.can.includes("report_first") && (
            <Button look={inWriting ? "outline" : "solid"} onClick={() => onAsk("report_first")}>
              {t(inWriting ? "recordCall" : "recordReport")}
            </Button>
          )}
        </>
      }
    >
      {incident.report_late ? t("lateNow") : undefined}
    </Banner>
  );
}

function Actions({ contract, incident, onAsk }: Props & { onAsk: (asking: Asking) => void }) {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const may = (action: Asking) => incident.can.includes(action);
  return (
    <>
      <IncidentStateChip state={incident.state} />
      <LateReportChip incident={incident} />
      {may("close") && incident.missing.length === 0 && (
        <Button look="solid" onClick={() => onAsk("close")}>
          {t("close")}
        </Button>
      )}
      {may("change") && <Button onClick={() => onAsk("change")}>{shared("correct")}</Button>}
      {may("reopen") && <Button onClick={() => onAsk("reopen")}>{t("reopen")}</Button>}
      <a {...buttonLook("outline")} href={incidentPaper(contract, incident.id)}>
        {t("paper")}
      </a>
    </>
  );
}

function Details({ contract, incident }: Props) {
  const t = useText(incidentText);
  const category = useText(incidentCategory);
  const kind = useText(incidentKind);
  const shared = useText(registerText);
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("category")}>{category(incident.category)}</Fact>
        <Fact term={t("kind")}>{kind(incident.kind)}</Fact>
        <Fact term={t("noticedAt")}>{sayInstant(incident.noticed_at)}</Fact>
        <Fact term={t("place")}>{incident.place}</Fact>
        <Fact term={t("enteredBy")}>
          {incident.entered_by} {sayInstant(incident.entered_at)}
        </Fact>
        <Fact term={t("what")} wide>
          {incident.what}
        </Fact>
        {incident.category !== "security" && <HarmFacts incident={incident} />}
        <Fact term={t("assets")} wide>
          {incident.assets || shared("notStated")}
        </Fact>
        {incident.subject_kind === "medium" && (
          <Fact term={t("began")}>
            <Link to="/contracts/$contract/media/$medium" params={{ contract, medium: incident.subject_id }}>
              {t("beganMedium")}
            </Link>
          </Fact>
        )}
        {incident.subject_kind === "visit" && (
          <Fact term={t("began")}>
            <Link to="/contracts/$contract/visits/$visit" params={{ contract, visit: incident.subject_id }}>
              {t("beganVisit")}
            </Link>
          </Fact>
        )}
        {incident.subject_kind === "incident" && (
          <Fact term={t("began")}>
            <Link
              to="/contracts/$contract/incidents/$incident"
              params={{ contract, incident: incident.subject_id }}
            >
              {t("beganFault")}
            </Link>
          </Fact>
        )}
        {incident.subject_kind === "loan" && (
          <Fact term={t("began")}>
            <Link to="/contracts/$contract/loans/$loan" params={{ contract, loan: incident.subject_id }}>
              {t("beganLoan")}
            </Link>
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function FirstReport({ incident }: { incident: SecurityIncident }) {
  const t = useText(incidentText);
  return (
    <Block title={t("firstReport")}>
      {incident.reported_at ? (
        <Facts>
          <Fact term={t("reportedAt")}>{sayInstant(incident.reported_at)}</Fact>
          <Fact term={t("toldTo")}>{incident.told_to}</Fact>
          <Fact term={t("how")}>{incident.reported_how}</Fact>
          <Fact term={t("reportedBy")}>{incident.reported_by}</Fact>
          {incident.report_due_at && (
            <Fact term={t("dueAt")}>
              {sayInstant(incident.report_due_at)}
              {incident.report_guide && `（${t("guide")}）`}
            </Fact>
          )}
        </Facts>
      ) : (
        <p className="quiet">{incident.side === "city" ? t("byCity") : t("firstReportMissing")}</p>
      )}
    </Block>
  );
}

function Closing({ incident }: { incident: SecurityIncident }) {
  const t = useText(incidentText);
  const say = useSay();
  if (incident.state === "closed")
    return (
      <Block title={t("conclusion")}>
        <Facts>
          <Fact term={t("conclusion")} wide>
            {incident.closing}
          </Fact>
          <Fact term={t("closedAt")}>{incident.closed_at && sayInstant(incident.closed_at)}</Fact>
          <Fact term={t("closedBy")}>{incident.closed_by}</Fact>
        </Facts>
      </Block>
    );
  if (incident.missing.length === 0) return null;
  return (
    <Block title={t("closeMissing")}>
      <ul className="register-missing">
        {incident.missing.map((text) => (
          <li key={text.ja}>{say(text)}</li>
        ))}
      </ul>
    </Block>
  );
}

function Course({ incident, onAdd }: { incident: SecurityIncident; onAdd: (() => void) | undefined }) {
  const t = useText(incidentText);
  const kind = useText(entryKind);
  const shared = useText(registerText);
  return (
    <Block title={t("course")} actions={onAdd && <Button onClick={onAdd}>{t("addEntry")}</Button>}>
      {incident.entries.length === 0 ? (
        <p className="quiet">{t("noCourse")}</p>
      ) : (
        <Table caption={t("course")}>
          <thead>
            <tr>
              <th scope="col">{shared("at")}</th>
              <th scope="col">{t("entryKind")}</th>
              <th scope="col">{t("text")}</th>
              <th scope="col">{shared("enteredBy")}</th>
            </tr>
          </thead>
          <tbody>
            {incident.entries.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">{sayInstant(entry.at)}</th>
                <td>{kind(entry.kind)}</td>
                <td>{entry.text}</td>
                <td>{entry.entered_by}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}
