import "./audit.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { count } from "../../lib/count";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Loading, Page } from "../../ui/Page";
import { AuditFilters } from "./AuditFilters";
import { eventsQuery } from "./audit.queries";
import type { AuditSearch } from "./audit.search";
import { auditText } from "./audit.text";
import { ChainCheck } from "./ChainCheck";
import { EventTable } from "./EventTable";

/** Who did what in this contract, and whether the record of it is whole. */
export default function AuditPage() {
  const t = useText(auditText);
  const contract = useContract();
  const navigate = useNavigate();
  const search = useSearch({ from: "/inside/contracts/$contract/audit" });
  const change = (next: AuditSearch) => void navigate({ to: ".", search: { ...search, ...next } });
  return (
    <Page title={t("title")} actions={<Button onClick={() => window.print()}>{t("print")}</Button>}>
      <p className="print-only">{contract.title}</p>
      <div className="stack">
        <ChainCheck contract={contract.id} />
        <div className="audit-list">
          <Block title={t("events")}>
            <AuditFilters key={contract.id} contract={contract.id} search={search} onChange={change} />
            <Events search={search} onSubject={(subject) => change({ subject })} />
          </Block>
        </div>
      </div>
    </Page>
  );
}

function Events({ search, onSubject }: { search: AuditSearch; onSubject: (subject: string) => void }) {
  const t = useText(auditText);
  const contract = useContract();
  const events = useInfiniteQuery(eventsQuery(contract.id, search));
  if (events.isPending) return <Loading />;
  if (events.isError) return <ProblemBanner problem={problemOf(events.error)} />;
  const items = events.data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <EventTable contract={contract} events={items} chosen={search.subject} onSubject={onSubject} />
      )}
      <div className="audit-more">
        <p role="status">{t("shown", { count: count(items.length) })}</p>
        {events.hasNextPage && (
          <Button size="sm" busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </div>
    </>
  );
}
