import { Link } from "@tanstack/react-router";
import { statusWord } from "../../api/contract";
import type { Contract, Today } from "../../api/types";
import type { Day } from "../../lib/day";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import { deadlineState } from "./deadline";
import { todayText } from "./today.text";

interface Props {
  caption: string;
  contract: Contract;
  rows: Today["deadlines"];
  today: Day;
}

/** Requests with what is left of their time. */
export function DueTable({ caption, contract, rows, today }: Props) {
  const t = useText(todayText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("work")}</th>
          <th scope="col">{t("status")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { text, ...look } = deadlineState(row, today);
          return (
            <tr key={row.id}>
              <td>
                <Chip {...look}>{say(text)}</Chip>
                {row.wish_on && (
                  <span className="due-wish">{t("wish", { day: sayDay(row.wish_on, spoken) })}</span>
                )}
              </td>
              <th scope="row">
                <Link
                  to="/contracts/$contract/requests/$request"
                  params={{ contract: contract.id, request: row.id }}
                >
                  <span className="due-number">{row.number}</span> {row.title}
                </Link>
              </th>
              <td className="due-status">{say(statusWord(contract, row.status))}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
