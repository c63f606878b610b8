import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { useSession } from "../../api/session";
import { message, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block } from "../../ui/Page";
import { announce } from "../../ui/Toast";
import { feedQuery, useMakeFeed, useRevokeFeed } from "./account.queries";
import { accountText } from "./account.text";

/** The addresses under which a calendar program fetches what is due, one for each contract. */
export function CalendarFeeds() {
  const t = useText(accountText);
  const { memberships } = useSession();
  const contracts = [...new Map(memberships.map((each) => [each.contract_id, each.contract_title]))];
  if (contracts.length === 0) return null;
  return (
    <Block title={t("feeds")}>
      <p>{t("feedsHint")}</p>
      <ul className="plain-list">
        {contracts.map(([contract, title]) => (
          <li key={contract}>
            <ContractFeed contract={contract} title={title} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function ContractFeed({ contract, title }: { contract: string; title: string }) {
  const t = useText(accountText);
  const { data } = useQuery(feedQuery(contract));
  const make = useMakeFeed(contract);
  const revoke = useRevokeFeed(contract);
  const [address, setAddress] = useState("");
  const problem = make.error ?? revoke.error;
  if (!data) return null;
  const start = () => {
    if (data.active && !window.confirm(t("feedReplace"))) return;
    make.mutate(undefined, { onSuccess: ({ path }) => setAddress(window.location.origin + path) });
  };
  const end = () =>
    revoke.mutate(undefined, {
      onSuccess: () => {
        setAddress("");
        announce(message(accountText, "feedRevoked"));
      },
    });
  return (
    <div className="stack">
      <h3>{title}</h3>
      {problem && <ProblemBanner problem={problemOf(problem)} />}
      {address && (
        <label className="field">
          <span>{t("feedAddress")}</span>
          <input className="control" readOnly value={address} onFocus={(event) => event.target.select()} />
          <span className="field-hint">{t("feedOnce")}</span>
        </label>
      )}
      <p>
        {!data.active && t("feedNone")}
        {data.active && data.created_at && t("feedMade", { at: sayInstant(data.created_at) })}{" "}
        {data.fetched_at && t("feedFetched", { at: sayInstant(data.fetched_at) })}
      </p>
      <div className="actions">
        <Button size="sm" busy={make.isPending} onClick={start}>
          {data.active ? t("feedAgain") : t("feedMake")}
        </Button>
        {data.active && (
          <Button size="sm" look="text" busy={revoke.isPending} onClick={end}>
            {t("feedRevoke")}
          </Button>
        )}
      </div>
    </div>
  );
}
