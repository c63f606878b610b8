import { sayInstant } from "../../lib/wareki";
import "./notice.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, type LinkProps, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { type Notice, useMarkRead } from "../../api/notices";
import { problemOf } from "../../api/problem";
import { reasonOf } from "../../lib/both";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Check } from "../../ui/Field";
import { Empty, Loading, Page } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { noticesQuery } from "./notice.queries";
import type { NoticeSearch } from "./notice.search";
import { noticeText } from "./notice.text";

/** What happened that concerns somebody, the newest first. */
export default function NoticesPage() {
  const t = useText(noticeText);
  const contract = useContract();
  const navigate = useNavigate();
  const { unread = false } = useSearch({ strict: false }) as NoticeSearch;
  const notices = useInfiniteQuery(noticesQuery(contract.id, unread));
  const pages = notices.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const count = pages[0]?.unread ?? 0;
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Link
            {...buttonLook("outline")}
            to="/contracts/$contract/notices/choices"
            params={{ contract: contract.id }}
          >
            {t("choices")}
          </Link>
          <ReadAll contract={contract.id} newest={items[0]?.sequence} count={count} />
        </>
      }
    >
      <div className="stack">
        <div className="notice-filter no-print">
          <Check
            label={t("unreadOnly")}
            checked={unread}
            onChange={(only) => void navigate({ to: ".", search: only ? { unread: true } : {} })}
          />
          <span role="status">{t("unreadCount", { count })}</span>
        </div>
        {notices.isPending && <Loading />}
        {notices.isError && <ProblemBanner problem={problemOf(notices.error)} />}
        {notices.isSuccess && items.length === 0 && (
          <Empty text={message(noticeText, unread ? "noneUnread" : "none")} />
        )}
        {items.length > 0 && (
          <ul className="notices" aria-label={t("list")}>
            {items.map((notice) => (
              <Row key={notice.sequence} contract={contract.id} notice={notice} />
            ))}
          </ul>
        )}
        {notices.hasNextPage && (
          <div className="actions">
            <Button busy={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
              {t("more")}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}

function ReadAll({
  contract,
  newest,
  count,
}: {
  contract: string;
  newest: number | undefined;
  count: number;
}) {
  const t = useText(noticeText);
  const mark = useMarkRead(contract);
  if (count === 0 || newest === undefined) return null;
  return (
    <Button
      busy={mark.isPending}
      onClick={() =>
        mark.mutate({ until: newest }, { onSuccess: () => announce(message(noticeText, "allRead")) })
      }
    >
      {t("readAll")}
    </Button>
  );
}

function Row({ contract, notice }: { contract: string; notice: Notice }) {
  const t = useText(noticeText);
  const say = useSay();
  const mark = useMarkRead(contract);
  const isUnread = notice.read_at === null || notice.read_at === undefined;
  const { ja, en } = notice.detail;
  const detail = say(ja === en ? reasonOf({ kind: notice.kind, reason: ja }) : notice.detail);
  const name = [notice.number, notice.title].filter(Boolean).join(" ");
  const read = () => {
    if (isUnread) mark.mutate({ sequences: [notice.sequence] });
  };
  return (
    <li className="notice" data-unread={isUnread || undefined}>
      <div className="notice-state">
        {isUnread && (
          <Chip tone="blue" sign="●">
            {t("unread")}
          </Chip>
        )}
        {notice.urgent && (
          <Chip tone="red" sign="！">
            {t("urgent")}
          </Chip>
        )}
      </div>
      <div className="notice-body">
        <p className="notice-what">
          <strong>{say(notice.what)}</strong>
          {name !== "" &&
            (notice.path === "" ? (
              <span>{name}</span>
            ) : (
              <Link {...({ to: `/contracts/${contract}${notice.path}` } as LinkProps)} onClick={read}>
                {name}
              </Link>
            ))}
        </p>
        {detail !== "" && <p className="notice-detail">{detail}</p>}
      </div>
      <p className="notice-when">
        <time dateTime={notice.at}>{sayInstant(notice.at)}</time>
        <span>{notice.actor_name || t("program")}</span>
      </p>
    </li>
  );
}
