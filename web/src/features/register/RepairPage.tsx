import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { Repair } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { RepairStateChip } from "./chips";
import { Files } from "./Files";
import { RowFrame } from "./RegisterFrame";
import { RepairChain } from "./RepairChain";
import { registerText } from "./register.text";
import { repairQuery } from "./repair.queries";
import { repairAct, repairFinding, repairText } from "./repair.text";
import { CorrectRepairDialog, StepDialog } from "./repair-dialogs";

interface Props {
  contract: string;
  repair: Repair;
}

export default function RepairPage() {
  const t = useText(repairText);
  const contract = useContractId();
  const { repair: id } = useParams({ from: "/inside/contracts/$contract/repairs/$repair" });
  const { data: repair } = useSuspenseQuery(repairQuery(contract, id));
  return (
    <RowFrame
      contract={contract}
      kind="repairs"
      id={repair.id}
      title={`${repair.number} ${repair.device_number} ${repair.kind}`}
      register={t("title")}
      actions={<Actions contract={contract} repair={repair} />}
      head={
        <>
          {repair.needs_settings && !repair.closed && <Banner tone="warning">{t("needsSettings")}</Banner>}
          <RepairChain repair={repair} />
        </>
      }
    >
      <Details contract={contract} repair={repair} />
      <Steps repair={repair} />
      <Files contract={contract} kind="repairs" id={repair.id} mayAdd={repair.may_keep} />
    </RowFrame>
  );
}

function Actions({ contract, repair }: Props) {
  const t = useText(repairText);
  const shared = useText(registerText);
  const [asking, setAsking] = useState<"step" | "correct" | undefined>();
  const close = () => setAsking(undefined);
  const first = repair.acts[0];
  return (
    <>
      <RepairStateChip state={repair.state} />
      {first && (
        <Button look="solid" onClick={() => setAsking("step")}>
          {t("record")}
        </Button>
      )}
      {repair.may_keep && !repair.closed && (
        <Button onClick={() => setAsking("correct")}>{shared("correct")}</Button>
      )}
      {asking === "step" && first && (
        <StepDialog contract={contract} repair={repair} first={first} onClose={close} />
      )}
      {asking === "correct" && <CorrectRepairDialog contract={contract} repair={repair} onClose={close} />}
    </>
  );
}

function Details({ contract, repair }: Props) {
  const t = useText(repairText);
  const say = useSay();
  const spoken = useLanguage();
  const unit = (id: string, number: string) => (
    <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: id }}>
      {number}
    </Link>
  );
  const warranty = repair.in_warranty == null ? "" : `（${t(repair.in_warranty ? "within" : "outside")}）`;
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("device")}>{unit(repair.device_id, repair.device_number)}</Fact>
        <Fact term={t("model")}>{repair.model}</Fact>
        <Fact term={t("failedOn")}>{sayDay(repair.failed_on, spoken)}</Fact>
        <Fact term={t("spare")}>
          {repair.spare_id ? unit(repair.spare_id, repair.spare_number) : t("spareNone")}
        </Fact>
        <Fact term={t("warranty")}>
          {repair.warranty_until ? `${sayDay(repair.warranty_until, spoken)}${warranty}` : t("unknown")}
        </Fact>
        <Fact term={t("designated")}>{say(repair.place)}</Fact>
        {repair.division && <Fact term={t("division")}>{repair.division}</Fact>}
        {repair.request_id && (
          <Fact term={t("job")}>
            <Link
              to="/contracts/$contract/requests/$request"
              params={{ contract, request: repair.request_id }}
            >
              {repair.request_number}
            </Link>
          </Fact>
        )}
        {repair.needs_certificate && <Fact term={t("certificate")}>{t("certificateMust")}</Fact>}
        <Fact term={t("symptom")} wide>
          {repair.symptom}
        </Fact>
      </Facts>
    </Block>
  );
}

function Steps({ repair }: { repair: Repair }) {
  const t = useText(repairText);
  const shared = useText(registerText);
  const word = useText(repairAct);
  const finding = useText(repairFinding);
  const spoken = useLanguage();
  return (
    <Block title={t("steps")}>
      <Table caption={t("steps")}>
        <thead>
          <tr>
            <th scope="col">{shared("on")}</th>
            <th scope="col">{t("act")}</th>
            <th scope="col">{t("person")}</th>
            <th scope="col">{shared("place")}</th>
            <th scope="col">{shared("note")}</th>
          </tr>
        </thead>
        <tbody>
          {repair.steps.map((step) => (
            <tr key={step.id}>
              <th scope="row">{sayDay(step.on, spoken)}</th>
              <td>{step.finding ? `${word(step.act)}：${finding(step.finding)}` : word(step.act)}</td>
              <td>{step.person}</td>
              <td>{step.place}</td>
              <td>
                {[step.detail, step.attendee && `${t("attendee")} ${step.attendee}`, step.reason]
                  .filter(Boolean)
                  .join(" ／ ")}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}
