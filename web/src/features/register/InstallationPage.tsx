import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { Installation } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { InstallationStateChip } from "./chips";
import { Files } from "./Files";
import { installationQuery } from "./installation.queries";
import { installationAct, installationKind, installationText } from "./installation.text";
import { JobStepDialog } from "./installation-dialogs";
import { RowFrame } from "./RegisterFrame";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  job: Installation;
}

export default function InstallationPage() {
  const t = useText(installationText);
  const kind = useText(installationKind);
  const contract = useContractId();
  const { job: id } = useParams({ from: "/inside/contracts/$contract/installations/$job" });
  const { data: job } = useSuspenseQuery(installationQuery(contract, id));
  return (
    <RowFrame
      contract={contract}
      kind="installations"
      id={job.id}
      title={`${job.number} ${kind(job.kind)} ${job.site}`}
      register={t("title")}
      actions={<Actions contract={contract} job={job} />}
    >
      <Details contract={contract} job={job} />
      <Units contract={contract} job={job} />
      <Steps job={job} />
      <Files contract={contract} kind="installations" id={job.id} mayAdd={job.may_keep} />
    </RowFrame>
  );
}

function Actions({ contract, job }: Props) {
  const t = useText(installationText);
  const [asking, setAsking] = useState(false);
  const first = job.acts[0];
  return (
    <>
      <InstallationStateChip state={job.state} />
      {first && (
        <Button look="solid" onClick={() => setAsking(true)}>
          {t("record")}
        </Button>
      )}
      {asking && first && (
        <JobStepDialog contract={contract} job={job} first={first} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function Details({ contract, job }: Props) {
  const t = useText(installationText);
  const kind = useText(installationKind);
  const spoken = useLanguage();
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("kind")}>{kind(job.kind)}</Fact>
        {job.site && <Fact term={t("site")}>{job.site}</Fact>}
        <Fact term={t("plannedOn")}>{sayDay(job.planned_on, spoken)}</Fact>
        {job.request_id && (
          <Fact term={t("job")}>
            <Link to="/contracts/$contract/requests/$request" params={{ contract, request: job.request_id }}>
              {job.request_number}
            </Link>
          </Fact>
        )}
        {job.instruction && <Fact term={t("instruction")}>{job.instruction}</Fact>}
        {job.medium && <Fact term={t("medium")}>{job.medium}</Fact>}
        {job.lent_on && <Fact term={t("lentOn")}>{sayDay(job.lent_on, spoken)}</Fact>}
        {job.due_back && (
          <Fact term={t("dueBack")}>
            {sayDay(job.due_back, spoken)}{" "}
            {job.late && (
              <Chip tone="red" sign="！">
                {t("late")}
              </Chip>
            )}
          </Fact>
        )}
        {job.agreement && (
          <Fact term={t("agreement")} wide>
            {job.agreement}
          </Fact>
        )}
        {job.note && (
          <Fact term={t("note")} wide>
            {job.note}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function Units({ contract, job }: Props) {
  const t = useText(installationText);
  const addressed = job.units.some(({ address }) => address !== "");
  return (
    <Block title={`${t("units")} ${t("unitCount", { count: job.units.length })}`}>
      <Table caption={t("units")}>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("place")}</th>
            {addressed && <th scope="col">{t("address")}</th>}
          </tr>
        </thead>
        <tbody>
          {job.units.map((unit) => (
            <tr key={unit.device_id}>
              <th scope="row">
                <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: unit.device_id }}>
                  {unit.number}
                </Link>
              </th>
              <td>
                {unit.kind} {unit.model}
              </td>
              <td>{unit.place}</td>
              {addressed && <td>{unit.address}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

function Steps({ job }: { job: Installation }) {
  const t = useText(installationText);
  const shared = useText(registerText);
  const word = useText(installationAct);
  const spoken = useLanguage();
  return (
    <Block title={t("steps")}>
      {job.steps.length === 0 ? (
        <p className="quiet">{t("noSteps")}</p>
      ) : (
        <Table caption={t("steps")}>
          <thead>
            <tr>
              <th scope="col">{shared("on")}</th>
              <th scope="col">{t("act")}</th>
              <th scope="col">{t("person")}</th>
              <th scope="col">{t("mediumUsed")}</th>
              <th scope="col">{shared("note")}</th>
            </tr>
          </thead>
          <tbody>
            {job.steps.map((step) => (
              <tr key={step.id}>
                <th scope="row">{sayDay(step.on, spoken)}</th>
                <td>{word(step.act)}</td>
                <td>{step.person}</td>
                <td>{step.medium}</td>
                <td>{step.note}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}
