import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import { useContractId } from "../../api/contract";
import type { SecurityIncident } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { IncidentStateChip } from "./chips";
import { Files } from "./Files";
import { incidentQuery } from "./incident.queries";
import { entryKind, incidentKind, incidentText } from "./incident.text";
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

type Asking = "change" | "report_first" | "add_entry" | "close" | "reopen";

const dialogs: Record<Asking, ComponentType<Props & { onClose: () => void }>> = {
  change: CorrectIncidentDialog,
  report_first: FirstReportDialog,
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
  return (
    <RowFrame
      contract={contract}
      kind="security-incidents"
      id={incident.id}
      title={`${incident.number} ${incident.title}`}
      register={t("title")}
      actions={<Actions incident={incident} onAsk={setAsking} />}
      head={<ReportMissing incident={incident} onAsk={setAsking} />}
      aside={
        <>
          <FirstReport incident={incident} />
          <Closing incident={incident} />
        </>
      }
    >
      <Details contract={contract} incident={incident} />
      <Course incident={incident} onAdd={may("add_entry") ? () => setAsking("add_entry") : undefined} />
      <Files contract={contract} kind="security-incidents" id={incident.id} mayAdd={may("add_entry")} />
      {Asked && <Asked contract={contract} incident={incident} onClose={() => setAsking(undefined)} />}
    </RowFrame>
  );
}

/** The city was not told yet: until when, and the way to record that it was. */
function ReportMissing({ incident, onAsk }: { incident: SecurityIncident; onAsk: (asking: Asking) => void }) {
  const t = useText(incidentText);
  if (incident.state !== "noticed") return null;
  return (
    <Banner
      tone="warning"
      title={
        incident.report_due_at
          ? t("firstReportDue", { at: sayInstant(incident.report_due_at) })
          : t("firstReportMissing")
      }
      actions={
        incident.can.includes("report_first") && (
          <Button look="solid" onClick={() => onAsk("report_first")}>
            {t("recordReport")}
          </Button>
        )
      }
    />
  );
}

function Actions({ incident, onAsk }: { incident: SecurityIncident; onAsk: (asking: Asking) => void }) {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const may = (action: Asking) => incident.can.includes(action);
  return (
    <>
      <IncidentStateChip state={incident.state} />
      {may("close") && incident.missing.length === 0 && (
        <Button look="solid" onClick={() => onAsk("close")}>
          {t("close")}
        </Button>
      )}
      {may("change") && <Button onClick={() => onAsk("change")}>{shared("correct")}</Button>}
      {may("reopen") && <Button onClick={() => onAsk("reopen")}>{t("reopen")}</Button>}
    </>
  );
}

function Details({ contract, incident }: Props) {
  const t = useText(incidentText);
  const kind = useText(incidentKind);
  const shared = useText(registerText);
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("kind")}>{kind(incident.kind)}</Fact>
        <Fact term={t("noticedAt")}>{sayInstant(incident.noticed_at)}</Fact>
        <Fact term={t("place")}>{incident.place}</Fact>
        <Fact term={t("enteredBy")}>
          {incident.entered_by} {sayInstant(incident.entered_at)}
        </Fact>
        <Fact term={t("what")} wide>
          {incident.what}
        </Fact>
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
