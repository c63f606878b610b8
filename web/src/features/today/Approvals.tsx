import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { waitingApprovalsQuery } from "../../api/approvals";
import { type Day, dayInJapan, daysBetween } from "../../lib/day";
import { useSay, useText } from "../../lib/i18n";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { todayText } from "./today.text";

/** What waits for the decision of who looks, the oldest first. */
export function Approvals({ contract, today }: { contract: string; today: Day }) {
  const t = useText(todayText);
  const say = useSay();
  const { data } = useQuery(waitingApprovalsQuery(contract));
  const rows = data?.items ?? [];
  const age = (asked: string) => daysBetween(dayInJapan(Date.parse(asked)), today);
  return (
    <Block
      title={t("approvals")}
      count={t("cases", { count: data?.total ?? 0 })}
      actions={
        <Link className="no-print" to="/contracts/$contract/approvals" params={{ contract }}>
          {t("all")}
        </Link>
      }
    >
      {rows.length === 0 ? (
        <p>{t("noApprovals")}</p>
      ) : (
        <Table caption={t("approvals")}>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/contracts/$contract/approvals/$approval" params={{ contract, approval: row.id }}>
                    <span className="due-number">{row.number}</span> {row.title}
                  </Link>
                </th>
                <td>{say(row.kind_label)}</td>
                <td className="due-number">
                  {age(row.asked_at) < 1
                    ? t("approvalToday")
                    : t("approvalAge", { count: age(row.asked_at) })}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}
