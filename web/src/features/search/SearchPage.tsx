import "./search.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, type LinkProps, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { SearchAnswer } from "../../api/types";
import { count } from "../../lib/count";
import { useSay, useText } from "../../lib/i18n";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Loading, Page } from "../../ui/Page";
import { Marked } from "./Marked";
import { placeOf } from "./place";
import { kindQuery, overviewQuery } from "./search.queries";
import { searchText } from "./search.text";

type Group = SearchAnswer["groups"][number];

/** Everything in the contract that holds some words, by kind. */
export default function SearchPage() {
  const t = useText(searchText);
  const contract = useContract();
  const { q, kind } = useSearch({ from: "/inside/contracts/$contract/search" });
  return (
    <Page title={t("title")}>
      <div className="stack">
        <Question key={q} q={q ?? ""} />
        {q &&
          (kind ? (
            <OneKind contract={contract.id} q={q} kind={kind} />
          ) : (
            <Kinds contract={contract.id} q={q} />
          ))}
      </div>
    </Page>
  );
}

function Question({ q }: { q: string }) {
  const t = useText(searchText);
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (q === "") input.current?.focus();
  }, [q]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const written = input.current?.value.trim() ?? "";
    if (written !== "") void navigate({ to: ".", search: { q: written } });
  };
  return (
    <form className="search-question" onSubmit={submit}>
      <label htmlFor="search-words">{t("box")}</label>
      <div className="search-question-row">
        <input
          ref={input}
          id="search-words"
          className="control"
          type="search"
          maxLength={200}
          defaultValue={q}
          aria-describedby="search-hint"
        />
        <Button type="submit" look="solid">
          {t("submit")}
        </Button>
      </div>
      <p id="search-hint" className="field-hint">
        {t("hint")} {[...q.trim()].length === 1 && t("short")}
      </p>
    </form>
  );
}

function Kinds({ contract, q }: { contract: string; q: string }) {
  const t = useText(searchText);
  const say = useSay();
  const answer = useQuery(overviewQuery(contract, q));
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <ProblemBanner problem={problemOf(answer.error)} />;
  const { groups, building } = answer.data;
  return (
    <>
      {building && <Banner tone="warning">{t("building")}</Banner>}
      {groups.length === 0 && <Nothing q={q} />}
      {groups.map((group) => (
        <Block key={group.kind} title={say(group.label)}>
          <Hits contract={contract} group={group} />
          {group.next_cursor && (
            <p>
              <Link to="." search={{ q, kind: group.kind }}>
                {t("moreOf", { kind: group.label })}
              </Link>
            </p>
          )}
        </Block>
      ))}
    </>
  );
}

function OneKind({ contract, q, kind }: { contract: string; q: string; kind: string }) {
  const t = useText(searchText);
  const say = useSay();
  const answer = useInfiniteQuery(kindQuery(contract, q, kind));
  if (answer.isPending) return <Loading />;
  if (answer.isError) return <ProblemBanner problem={problemOf(answer.error)} />;
  const groups = answer.data.pages.flatMap((page) => page.groups);
  const first = groups[0];
  const hits = groups.flatMap((group) => group.hits);
  return (
    <>
      <p>
        <Link to="." search={{ q }}>
          {t("all")}
        </Link>
      </p>
      {answer.data.pages[0]?.building && <Banner tone="warning">{t("building")}</Banner>}
      {!first && <Nothing q={q} />}
      {first && (
        <Block title={say(first.label)}>
          <Hits contract={contract} group={{ ...first, hits }} />
          <div className="search-more">
            <p role="status">{t("shown", { count: count(hits.length) })}</p>
            {answer.hasNextPage && (
              <Button size="sm" busy={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
                {t("more")}
              </Button>
            )}
          </div>
        </Block>
      )}
    </>
  );
}

function Nothing({ q }: { q: string }) {
  const t = useText(searchText);
  return (
    <div className="empty" role="status">
      <p>{t("none", { q })}</p>
      <p>{t("noneHint")}</p>
    </div>
  );
}

function Hits({ contract, group }: { contract: string; group: Group }) {
  const t = useText(searchText);
  const say = useSay();
  return (
    <ul className="search-hits">
      {group.hits.map((hit) => (
        <li key={hit.id}>
          <Link {...(placeOf(contract, group.kind, hit.id) as LinkProps)}>
            {hit.number.length > 0 && (
              <b>
                <Marked spans={hit.number} />
              </b>
            )}{" "}
            {hit.title.length > 0 ? <Marked spans={hit.title} /> : t("untitled")}
          </Link>
          {hit.excerpt.length > 0 && (
            <p>
              <span className="search-place">{say(hit.place)}</span> <Marked spans={hit.excerpt} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
