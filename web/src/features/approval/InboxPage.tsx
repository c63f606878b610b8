import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { waitingApprovalsQuery } from "../../api/approvals";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { Approval, ApprovalFilters } from "../../api/types";
import { count } from "../../lib/count";
import { message, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Empty, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { ApprovalFrame } from "./ApprovalFrame";
import { spanOf } from "./approval";
import { listQuery } from "./approval.queries";
import { type View, views } from "./approval.search";
import { approvalText } from "./approval.text";
import { StandingChip } from "./StandingChip";

const filtersOf: Record<View, ApprovalFilters> = {
  waiting: { waiting: "me", sort: "asked_at" },
  sent: { own: "asked" },
  decided: { own: "decided" },
};
const none = { waiting: "noWaiting", sent: "noSent", decided: "noDecided" } as const;

/** What waits for whoever looks, what he applied for, and what he decided. */
export default function InboxPage() {
  const t = useText(approvalText);
  const contract = useContractId();
  const { view = "waiting" } = useSearch({ from: "/inside/contracts/$contract/approvals" });
  const { data: waiting } = useQuery(waitingApprovalsQuery(contract));
  return (
    <ApprovalFrame part="inbox">
      <nav className="parts no-print" aria-label={t("inbox")}>
        {views.map((each) => (
          <Link
            key={each}
            to="/contracts/$contract/approvals"
            params={{ contract }}
            search={each === "waiting" ? {} : { view: each }}
            activeOptions={{ exact: true }}
            aria-current={each === view ? "page" : undefined}
          >
            {t(each)}
            {each === "waiting" && waiting?.total ? ` (${waiting.total})` : ""}
          </Link>
        ))}
      </nav>
      <Rows contract={contract} view={view} />
    </ApprovalFrame>
  );
}

function Rows({ contract, view }: { contract: string; view: View }) {
  const t = useText(approvalText);
  const list = useInfiniteQuery(listQuery(contract, filtersOf[view]));
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Empty text={message(approvalText, none[view])} />;
  return (
    <div className="stack">
      <ApprovalTable contract={contract} caption={t(view)} rows={rows} />
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      <p className="approval-note" role="status">
        {t("shown", { shown: count(rows.length) })}
      </p>
    </div>
  );
}

function ApprovalTable({ contract, caption, rows }: { contract: string; caption: string; rows: Approval[] }) {
  const t = useText(approvalText);
  const say = useSay();
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("subjectTitle")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("period")}</th>
          <th scope="col">{t("askedBy")}</th>
          <th scope="col">{t("standing")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to="/contracts/$contract/approvals/$approval" params={{ contract, approval: row.id }}>
                {row.number} {row.title}
              </Link>
            </th>
            <td>{say(row.kind_label)}</td>
            <td className="approval-when">{spanOf(row)}</td>
            <td>
              {row.asked_by}
              <small className="approval-asked">{sayInstant(row.asked_at)}</small>
            </td>
            <td>
              <StandingChip standing={row.standing} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
