import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { LoanStateChip } from "./chips";
import { DueDay } from "./DueDay";
import { type LoanSubject, loansOfQuery } from "./loan.queries";
import { loanKind, loanText } from "./loan.text";

/** What the ledger of loans has of a unit or a medium, for who may read it; nothing where it never was on loan. */
export function LoansOf({ contract, of }: { contract: string; of: LoanSubject }) {
  const t = useText(loanText);
  const kind = useText(loanKind);
  const spoken = useLanguage();
  const say = useSay();
  const sees = useMay(contract)("view_loan");
  const { data } = useQuery({ ...loansOfQuery(contract, of), enabled: sees });
  const loans = data?.items ?? [];
  if (loans.length === 0) return null;
  return (
    <Block title={t("loansOf")}>
      <Table caption={t("loansOf")}>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("thing")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("lentOn")}</th>
            <th scope="col">{t("dueBack")}</th>
            <th scope="col">{t("returnedOn")}</th>
            <th scope="col">{t("missing")}</th>
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <tr key={loan.id}>
              <th scope="row">
                <Link to="/contracts/$contract/loans/$loan" params={{ contract, loan: loan.id }}>
                  {loan.number}
                </Link>
              </th>
              <td>
                {kind(loan.kind)} {loan.title}
              </td>
              <td>
                <LoanStateChip state={loan.state} />
              </td>
              <td>{sayDay(loan.lent_on, spoken)}</td>
              <td>
                {loan.due_back && <DueDay day={sayDay(loan.due_back, spoken)} urgency={loan.due_back_is} />}
              </td>
              <td>{loan.returned_on && sayDay(loan.returned_on, spoken)}</td>
              <td>
                {loan.missing.map((each) => (
                  <p key={each.ja}>{say(each)}</p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}
