import "./recovery.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { RecoveryEdition } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Attachments } from "../../parts/Attachments";
import { Timeline } from "../../parts/Timeline";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { DecideDialog, StepDialog } from "./edition-dialogs";
import { Papers } from "./Papers";
import { checklistDocumentUrl, checklistUrl, editionEventsQuery, editionQuery } from "./recovery.queries";
import { editionAct, editionOrigin, editionState, recoveryText } from "./recovery.text";
import { Spares } from "./Spares";
import { StateChip } from "./StateChip";
import { WrittenMedia } from "./WrittenMedia";

interface Props {
  contract: string;
  edition: RecoveryEdition;
}

export default function EditionPage() {
  const t = useText(recoveryText);
  const contract = useContractId();
  const { edition: id } = useParams({ from: "/inside/contracts/$contract/recovery/$edition" });
  const { data: edition } = useSuspenseQuery(editionQuery(contract, id));
  const say = useSay();
  return (
    <Page
      title={`${say(edition.family_label)} ${edition.number}`}
      trail={[
        <Link key="list" to="/contracts/$contract/recovery" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
      actions={<Actions contract={contract} edition={edition} />}
    >
      <div className="stack">
        <Details contract={contract} edition={edition} />
        {edition.origin === "update" && <Papers contract={contract} edition={edition} />}
        <Spares contract={contract} edition={edition} />
        <WrittenMedia contract={contract} edition={edition} />
        <Steps edition={edition} />
        <Block title={t("files")}>
          <Attachments
            row={{ contract, ledger: "recovery/editions", id: edition.id }}
            mayAdd={edition.may_settle}
          />
        </Block>
        <Events contract={contract} id={edition.id} />
      </div>
    </Page>
  );
}

function Actions({ contract, edition }: Props) {
  const t = useText(recoveryText);
  const [asking, setAsking] = useState<"step" | "accept" | "sendBack">();
  const close = () => setAsking(undefined);
  const own = edition.acts.filter((act) => act !== "accepted" && act !== "sent_back");
  return (
    <>
      <StateChip state={edition.state} />
      {own.length > 0 && (
        <Button look="solid" onClick={() => setAsking("step")}>
          {t("record")}
        </Button>
      )}
      {edition.acts.includes("accepted") && (
        <Button look="solid" onClick={() => setAsking("accept")}>
          {t("accept")}
        </Button>
      )}
      {edition.acts.includes("sent_back") && (
        <Button onClick={() => setAsking("sendBack")}>{t("sendBack")}</Button>
      )}
      <a {...buttonLook("outline")} href={checklistUrl(contract, edition.id)}>
        {t("export")}
      </a>
      <a {...buttonLook("outline")} href={checklistDocumentUrl(contract, edition.id)}>
        {t("exportDocument")}
      </a>
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {asking === "step" && <StepDialog contract={contract} edition={edition} acts={own} onClose={close} />}
      {(asking === "accept" || asking === "sendBack") && (
        <DecideDialog contract={contract} edition={edition} accepts={asking === "accept"} onClose={close} />
      )}
    </>
  );
}

const course = ["planned", "building", "submitted", "accepted", "released"] as const;

function Details({ contract, edition }: Props) {
  const t = useText(recoveryText);
  const state = useText(editionState);
  const origin = useText(editionOrigin);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Block title={t("details")}>
      {edition.origin === "update" && edition.state !== "cancelled" && (
        <ol className="recovery-steps" aria-label={t("progress")}>
          {course.map((each) => (
            <li key={each} aria-current={each === edition.state ? "step" : undefined}>
              {state(each)}
            </li>
          ))}
        </ol>
      )}
      <Facts>
        <Fact term={t("family")}>{say(edition.family_label)}</Fact>
        <Fact term={t("model")}>{edition.model}</Fact>
        <Fact term={t("origin")}>{origin(edition.origin)}</Fact>
        <Fact term={t("plannedOn")}>{sayDay(edition.planned_on, spoken)}</Fact>
        {edition.released_on && <Fact term={t("releasedOn")}>{sayDay(edition.released_on, spoken)}</Fact>}
        {edition.request_id && (
          <Fact term={t("job")}>
            <Link
              to="/contracts/$contract/requests/$request"
              params={{ contract, request: edition.request_id }}
            >
              {edition.request_number}
            </Link>
          </Fact>
        )}
        {edition.master && (
          <Fact term={t("master")}>
            <Link
              to="/contracts/$contract/register/$unit"
              params={{ contract, unit: edition.master.device_id }}
            >
              {edition.master.number}
            </Link>{" "}
            {[edition.master.site, edition.master.place, edition.master.note].filter(Boolean).join(" ")}
          </Fact>
        )}
        {edition.changes && (
          <Fact term={t("changes")} wide>
            {edition.changes}
          </Fact>
        )}
        {edition.instruction && (
          <Fact term={t("instruction")} wide>
            {edition.instruction}
          </Fact>
        )}
        {edition.agreement && (
          <Fact term={t("agreement")} wide>
            {edition.agreement}
          </Fact>
        )}
        {edition.note && (
          <Fact term={t("note")} wide>
            {edition.note}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function Steps({ edition }: { edition: RecoveryEdition }) {
  const t = useText(recoveryText);
  const word = useText(editionAct);
  const spoken = useLanguage();
  if (edition.origin === "first") return null;
  return (
    <Block title={t("steps")}>
      {edition.steps.length === 0 ? (
        <p className="quiet">{t("noSteps")}</p>
      ) : (
        <Table caption={t("steps")}>
          <thead>
            <tr>
              <th scope="col">{t("on")}</th>
              <th scope="col">{t("act")}</th>
              <th scope="col">{t("person")}</th>
              <th scope="col">{t("note")}</th>
            </tr>
          </thead>
          <tbody>
            {edition.steps.map((step) => (
              <tr key={step.id}>
                <th scope="row">{sayDay(step.on, spoken)}</th>
                <td>{word(step.act)}</td>
                <td>{step.person}</td>
                <td>{step.note}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

function Events({ contract, id }: { contract: string; id: string }) {
  const t = useText(recoveryText);
  const events = useQuery(editionEventsQuery(contract, id));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
