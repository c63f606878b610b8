import "./incident.css";
import "./flow.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { useMay, useSitesOf } from "../../api/session";
import type { Contract, Incident, IncidentAct } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Attachments } from "../../parts/Attachments";
import { Timeline } from "../../parts/Timeline";
import { VisitsOfIncident } from "../../parts/VisitsBlock";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Accidents } from "./Accidents";
import { ActDialog } from "./act-dialogs";
import { ClockCard } from "./ClockCard";
import { Course } from "./Course";
import { isStale } from "./clock";
import { Desks } from "./Desks";
import { FlowBlock } from "./FlowBlock";
import { leads } from "./flow";
import { IncidentStateChip } from "./IncidentStateChip";
import { eventsQuery, incidentQuery, reportUrl } from "./incident.queries";
import { actButton, incidentText } from "./incident.text";
import { CorrectDialog, OutcomeDialog } from "./intake-dialogs";
import { MailDialog } from "./MailDialog";
import { nextActs } from "./next-acts";
import { SiteContacts } from "./SiteContacts";
import { SupportBlock } from "./SupportBlock";
import { useNow, useRefreshWhen } from "./use-now";

interface Props {
  contract: Contract;
  incident: Incident;
}

export default function IncidentPage() {
  const t = useText(incidentText);
  const contract = useContract();
  const { incident: id } = useParams({ from: "/inside/contracts/$contract/incidents/$incident" });
  const { data: incident } = useSuspenseQuery(incidentQuery(contract.id, id));
  const may = useMay(contract.id);
  const adds = may("report_incident") || may("direct_incident") || may("record_incident");
  const shared = { contract, incident };
  return (
    <Page
      title={[incident.case_number || t("title"), incident.site_name || incident.place]
        .filter(Boolean)
        .join(" ")}
      trail={[
        <Link key="list" to="/contracts/$contract/incidents" params={{ contract: contract.id }}>
          {t("title")}
        </Link>,
      ]}
      actions={
        <>
          <IncidentStateChip state={incident.state} />
          <Papers contract={contract.id} incident={incident} />
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <p className="prewrap">
          <strong>{incident.phenomenon}</strong>
        </p>
        <Acts {...shared} />
        <Afterwards {...shared} />
        <Clocks {...shared} />
        <Missing incident={incident} />
        <div className="incident-columns">
          <div className="stack">
            <FlowBlock contract={contract.id} incident={incident} />
            <Course
              contract={contract.id}
              incident={incident}
              mayTakeBack={may("record_incident") || may("direct_incident")}
            />
            <VisitsOfIncident
              contract={contract.id}
              incident={incident.id}
              goesOn={!["reported", "filtered", "closed"].includes(incident.state)}
            />
            <Outcome {...shared} />
          </div>
          <div className="stack">
            <Handed {...shared} />
            <SupportBlock {...shared} />
            <SiteContacts contract={contract.id} incident={incident} />
            <Desks contract={contract.id} incident={incident} />
            <Accidents contract={contract.id} incident={incident} />
            <Block title={t("files")}>
              <Attachments
                row={{ contract: contract.id, ledger: "incidents", id: incident.id }}
                mayAdd={adds}
              />
            </Block>
            <Events contract={contract.id} id={incident.id} />
          </div>
        </div>
      </div>
    </Page>
  );
}

/** The report to the city, once there is something to report. */
function Papers({ contract, incident }: { contract: string; incident: Incident }) {
  const t = useText(incidentText);
  const [mailing, setMailing] = useState(false);
  if (incident.state === "reported" || incident.state === "filtered") return null;
  return (
    <>
      <a {...buttonLook("outline")} href={reportUrl(contract, incident.id)} download>
        {t("document")}
      </a>
      <Button onClick={() => setMailing(true)}>{t("mail")}</Button>
      {mailing && <MailDialog contract={contract} id={incident.id} onClose={() => setMailing(false)} />}
    </>
  );
}

/** What can be recorded now, the usual next step first. */
function Acts({ contract, incident }: Props) {
  const button = useText(actButton);
  const t = useText(incidentText);
  const [act, setAct] = useState<IncidentAct | undefined>();
  const acts = nextActs(incident);
  const solid = incident.state !== "closed" && !leads(incident.flow, incident.acts);
  if (acts.length === 0) return null;
  return (
    <fieldset className="actions no-print">
      <legend className="visually-hidden">{t("record")}</legend>
      {acts.map((each, place) => (
        <Button key={each} look={place === 0 && solid ? "solid" : "outline"} onClick={() => setAct(each)}>
          {button(each)}
        </Button>
      ))}
      {act && (
        <ActDialog contract={contract.id} incident={incident} act={act} onClose={() => setAct(undefined)} />
      )}
    </fieldset>
  );
}

/** What becomes of a report, for who reported it. */
function Afterwards({ contract, incident }: Props) {
  const t = useText(incidentText);
  const own = useSitesOf(contract.id, "view_incident");
  if (!own || incident.state !== "reported") return null;
  return <Banner tone="info">{t("afterwards")}</Banner>;
}

function Clocks({ contract, incident }: Props) {
  const t = useText(incidentText);
  const now = useNow();
  const { refetch } = useQuery(incidentQuery(contract.id, incident.id));
  useRefreshWhen(
    incident.clocks.some((clock) => isStale(clock, now)),
    refetch,
  );
  if (incident.clocks.length === 0 || incident.state === "reported" || incident.state === "filtered")
    return null;
  return (
    <Block title={t("levels")}>
      <div className="clocks">
        {incident.clocks.map((clock) => (
          <ClockCard
            key={clock.level}
            contract={contract.id}
            incident={incident.id}
            clock={clock}
            asOf={Date.parse(incident.as_of)}
            now={now}
          />
        ))}
      </div>
    </Block>
  );
}

/** Shown when the work is done and only papers keep it open. */
function Missing({ incident }: { incident: Incident }) {
  const t = useText(incidentText);
  const say = useSay();
  const over = incident.state === "restored" || incident.state === "checked";
  if (!over || incident.missing.length === 0) return null;
  return (
    <Banner tone="warning" title={t("missing")}>
      <ul>
        {incident.missing.map((each) => (
          <li key={each.en}>{say(each)}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Handed({ contract, incident }: Props) {
  const t = useText(incidentText);
  const spoken = useLanguage();
  const may = useMay(contract.id);
  const [correcting, setCorrecting] = useState(false);
  const corrects = (may("direct_incident") || may("record_incident")) && incident.state !== "closed";
  return (
    <Block
      title={t("intake")}
      actions={
        corrects && (
          <Button size="sm" onClick={() => setCorrecting(true)}>
            {t("correct")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact term={t("caseNumber")}>{incident.case_number || t("noNumber")}</Fact>
        <Fact term={t("site")}>
          {incident.site_id ? (
            <Link
              to="/contracts/$contract/sites/$site"
              params={{ contract: contract.id, site: incident.site_id }}
            >
              {incident.site_name}
            </Link>
          ) : (
            t("otherPlace")
          )}
        </Fact>
        <Fact term={t("place")}>{incident.place || t("unknown")}</Fact>
        <Fact term={t("unit")}>
          {incident.device_id ? (
            <Link
              to="/contracts/$contract/register/$unit"
              params={{ contract: contract.id, unit: incident.device_id }}
            >
              {incident.device_number} {incident.device_kind}
            </Link>
          ) : (
            t("unknown")
          )}
        </Fact>
        {incident.device_model && <Fact term={t("model")}>{incident.device_model}</Fact>}
        <Fact term={t("contactPerson")}>{incident.contact_person}</Fact>
        <Fact term={t("contactPhone")}>{incident.contact_phone || t("none")}</Fact>
        <Fact term={t("occurredAt")}>
          {incident.occurred_at ? sayInstant(incident.occurred_at, spoken) : t("unknown")}
        </Fact>
        <Fact term={t("errorText")} wide>
          <span className="prewrap">{incident.error_text || t("none")}</span>
        </Fact>
      </Facts>
      {correcting && (
        <CorrectDialog contract={contract} incident={incident} onClose={() => setCorrecting(false)} />
      )}
    </Block>
  );
}

function Outcome({ contract, incident }: Props) {
  const t = useText(incidentText);
  const say = useSay();
  const may = useMay(contract.id);
  const [writing, setWriting] = useState(false);
  const begun = !["reported", "filtered"].includes(incident.state);
  if (!begun) return null;
  const writes = may("record_incident") && incident.state !== "closed";
  return (
    <Block
      title={t("outcome")}
      actions={
        writes && (
          <Button size="sm" onClick={() => setWriting(true)}>
            {t("writeOutcome")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact term={t("action")} wide>
          <span className="prewrap">{incident.action || t("none")}</span>
        </Fact>
        <Fact term={t("cause")} wide>
          <span className="prewrap">{incident.cause || t("unknown")}</span>
        </Fact>
        <Fact term={t("notes")} wide>
          <span className="prewrap">{incident.notes || t("none")}</span>
        </Fact>
        {incident.clocks
          .filter(({ reason }) => reason !== "")
          .map(({ level, label, reason }) => (
            <Fact key={level} term={t("missReason", { level: say(label) })} wide>
              <span className="prewrap">{reason}</span>
            </Fact>
          ))}
      </Facts>
      {writing && <OutcomeDialog contract={contract} incident={incident} onClose={() => setWriting(false)} />}
    </Block>
  );
}

function Events({ contract, id }: { contract: string; id: string }) {
  const t = useText(incidentText);
  const events = useQuery(eventsQuery(contract, id));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
