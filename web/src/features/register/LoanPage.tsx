import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { Loan } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { LoanStateChip } from "./chips";
import { DueDay } from "./DueDay";
import { Files } from "./Files";
import { IncidentBanner } from "./IncidentBanner";
import { loanQuery } from "./loan.queries";
import { loanAct, loanKind, loanText } from "./loan.text";
import { ActDialog, CorrectDialog } from "./loan-dialogs";
import { RowFrame } from "./RegisterFrame";
import { registerText } from "./register.text";

interface Props {
  contract: string;
  loan: Loan;
}

export default function LoanPage() {
  const t = useText(loanText);
  const contract = useContractId();
  const { loan: id } = useParams({ from: "/inside/contracts/$contract/loans/$loan" });
  const { data: loan } = useSuspenseQuery(loanQuery(contract, id));
  return (
    <RowFrame
      contract={contract}
      kind="loans"
      id={loan.id}
      title={`${loan.number} ${loan.title}`}
      register={t("title")}
      actions={<Actions contract={contract} loan={loan} />}
      head={
        <>
          <IncidentBanner contract={contract} row={loan} />
          <Missing loan={loan} />
        </>
      }
    >
      <Details contract={contract} loan={loan} />
      <History loan={loan} />
      <Files contract={contract} kind="loans" id={loan.id} mayAdd={loan.may_keep} />
    </RowFrame>
  );
}

function Actions({ contract, loan }: Props) {
  const t = useText(loanText);
  const shared = useText(registerText);
  const [asking, setAsking] = useState<"act" | "correct" | undefined>();
  const close = () => setAsking(undefined);
  const first = loan.acts[0];
  return (
    <>
      <LoanStateChip state={loan.state} />
      {first && (
        <Button look="solid" onClick={() => setAsking("act")}>
          {t("record")}
        </Button>
      )}
      {loan.may_keep && loan.state !== "returned" && (
        <Button onClick={() => setAsking("correct")}>{shared("correct")}</Button>
      )}
      {asking === "act" && first && (
        <ActDialog contract={contract} loan={loan} first={first} onClose={close} />
      )}
      {asking === "correct" && <CorrectDialog contract={contract} loan={loan} onClose={close} />}
    </>
  );
}

function Missing({ loan: { missing } }: { loan: Loan }) {
  const t = useText(loanText);
  const say = useSay();
  if (missing.length === 0) return null;
  return (
    <Banner tone="warning">
      <p>{t("missingAbout")}</p>
      {missing.map((each) => (
        <p key={each.ja}>{say(each)}</p>
      ))}
    </Banner>
  );
}

function LinkFacts({ contract, loan }: Props) {
  const t = useText(loanText);
  return (
    <>
      {loan.device_id && (
        <Fact term={t(loan.kind === "key" ? "keyOf" : "unit")}>
          <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: loan.device_id }}>
            {loan.device}
          </Link>
        </Fact>
      )}
      {loan.medium_id && (
        <Fact term={t("medium")}>
          <Link to="/contracts/$contract/media/$medium" params={{ contract, medium: loan.medium_id }}>
            {loan.medium}
          </Link>
        </Fact>
      )}
      {loan.job_id && (
        <Fact term={t("installation")}>
          <Link to="/contracts/$contract/installations/$job" params={{ contract, job: loan.job_id }}>
            {loan.job_number}
          </Link>
        </Fact>
      )}
    </>
  );
}

function Details({ contract, loan }: Props) {
  const t = useText(loanText);
  const shared = useText(registerText);
  const kind = useText(loanKind);
  const spoken = useLanguage();
  const day = (value: string | null | undefined) => (value ? sayDay(value, spoken) : shared("notStated"));
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("number")}>{loan.number}</Fact>
        <Fact term={shared("kind")}>
          {kind(loan.kind)} {loan.personal && <Chip sign="※">{t("personal")}</Chip>}
        </Fact>
        <LinkFacts contract={contract} loan={loan} />
        <Fact term={t("holder")}>{loan.holder}</Fact>
        <Fact term={t("storagePlace")}>{loan.storage_place}</Fact>
        <Fact term={t("lentBy")}>{loan.lent_by}</Fact>
        <Fact term={t("lentTo")}>{loan.lent_to}</Fact>
        <Fact term={t("lentOn")}>{day(loan.lent_on)}</Fact>
        <Fact term={t("dueBack")}>
          {loan.due_back ? (
            <DueDay day={sayDay(loan.due_back, spoken)} urgency={loan.due_back_is} />
          ) : (
            shared("notStated")
          )}
        </Fact>
        {loan.returned_on && <Fact term={t("returnedOn")}>{day(loan.returned_on)}</Fact>}
        {loan.returned_to && <Fact term={t("returnedTo")}>{loan.returned_to}</Fact>}
        {loan.checked_on && <Fact term={t("checkedOn")}>{day(loan.checked_on)}</Fact>}
        {loan.next_check_on && (
          <Fact term={t("nextCheck")}>
            <DueDay day={sayDay(loan.next_check_on, spoken)} urgency={loan.next_check_is} />
          </Fact>
        )}
        {loan.note && (
          <Fact term={t("note")} wide>
            {loan.note}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function History({ loan }: { loan: Loan }) {
  const t = useText(loanText);
  const shared = useText(registerText);
  const word = useText(loanAct);
  const spoken = useLanguage();
  const said = ({ act, in_order }: Loan["entries"][number]) =>
    in_order == null
      ? word(act)
      : t("found", { act: word(act), finding: in_order ? t("inOrder") : t("differs") });
  return (
    <Block title={shared("history")}>
      <Table caption={shared("history")}>
        <thead>
          <tr>
            <th scope="col">{shared("on")}</th>
            <th scope="col">{t("act")}</th>
            <th scope="col">{shared("person")}</th>
            <th scope="col">{shared("place")}</th>
            <th scope="col">{shared("note")}</th>
          </tr>
        </thead>
        <tbody>
          {loan.entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">{sayDay(entry.on, spoken)}</th>
              <td>{said(entry)}</td>
              <td>{entry.person}</td>
              <td>{entry.place}</td>
              <td>
                {entry.permission} {entry.note}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}
