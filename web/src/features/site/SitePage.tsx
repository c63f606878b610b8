import "./site.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { useMay } from "../../api/session";
import type { SitePage as Site } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Timeline } from "../../parts/Timeline";
import { TrendLink } from "../../parts/TrendLink";
import { VisitsBlock } from "../../parts/VisitsBlock";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { TypedFilter } from "../../ui/SearchField";
import { Contacts } from "./Contacts";
import { History } from "./History";
import { Layout } from "./Layout";
import { Models, Units } from "./Models";
import { siteEventsQuery, siteQuery } from "./site.queries";
import { dayAsked } from "./site.search";
import { siteText } from "./site.text";
import { ChangeSiteDialog, TurnSiteDialog } from "./site-dialogs";
import { Permits, Visits, Work } from "./Work";

/** One site on a day: what it is and was, what stands there, what is left to do, whom to call, who comes. */
export default function SitePage() {
  const t = useText(siteText);
  const contract = useContractId();
  const from = "/inside/contracts/$contract/sites/$site" as const;
  const { site: id } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: "/contracts/$contract/sites/$site" });
  const day = dayAsked(search);
  const { data: site } = useSuspenseQuery(siteQuery(contract, id, day));
  const shared = { contract, site: id, on: day };
  return (
    <Page
      title={`${site.now.number} ${site.now.name}`}
      trail={[
        <Link
          key="list"
          to="/contracts/$contract/sites"
          params={{ contract }}
          search={search.on ? { on: search.on } : {}}
        >
          {t("title")}
        </Link>,
      ]}
      actions={<Actions contract={contract} site={site} />}
    >
      <div className="stack">
        <search className="filters no-print">
          <TypedFilter
            label={t("on")}
            hint={t("onHint")}
            value={search.on ?? ""}
            onChange={(on) => void navigate({ search: on ? { on } : {}, replace: true })}
          />
        </search>
        <Warnings site={site} />
        <div className="site-columns">
          <div className="stack">
            <Details site={site} />
            <Models {...shared} written={search.on} models={site.models} />
            <Work {...shared} />
          </div>
          <div className="stack">
            <Contacts contract={contract} site={site} />
            <Permits {...shared} />
            <Visits {...shared} />
            <VisitsBlock contract={contract} site={id} />
          </div>
        </div>
        <Layout {...shared} written={search.on} />
        <Units {...shared} written={search.on} />
        <History site={site} />
        <Events contract={contract} site={id} />
      </div>
    </Page>
  );
}

function Actions({ contract, site }: { contract: string; site: Site }) {
  const t = useText(siteText);
  const [asking, setAsking] = useState<"change" | "turn" | undefined>();
  const close = () => setAsking(undefined);
  const last = site.history[0] ?? site.now;
  return (
    <>
      <StateChip site={site} />
      {site.may_keep && (
        <>
          <Button look="solid" onClick={() => setAsking("change")}>
            {t("change")}
          </Button>
          <Button onClick={() => setAsking("turn")}>{t(last.open ? "close" : "reopen")}</Button>
        </>
      )}
      <PremisesLink contract={contract} site={site.id} />
      <TrendLink contract={contract} />
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {asking === "change" && <ChangeSiteDialog contract={contract} site={site} onClose={close} />}
      {asking === "turn" && <TurnSiteDialog contract={contract} site={site} onClose={close} />}
    </>
  );
}

/** Who was in the controlled rooms of the site, and its drills. */
function PremisesLink({ contract, site }: { contract: string; site: string }) {
  const t = useText(siteText);
  const may = useMay(contract);
  if (!may("view_premises")) return null;
  return (
    <Link
      {...buttonLook("outline")}
      to="/contracts/$contract/premises"
      params={{ contract }}
      search={{ site }}
    >
      {t("premises")}
    </Link>
  );
}

function StateChip({ site: { begun, now, planned } }: { site: Site }) {
  const t = useText(siteText);
  if (!begun) return <Chip sign="＋">{t("stateNotYet")}</Chip>;
  if (!now.open) return <Chip sign="×">{t("stateClosed")}</Chip>;
  return (
    <>
      <Chip tone="green" sign="○">
        {t("stateOpen")}
      </Chip>
      {planned && <Chip sign="＋">{t("statePlanned")}</Chip>}
    </>
  );
}

const standing = ({ models }: Site): number =>
  models.reduce(
    (sum, { in_service, spare, other, kept_by_city }) => sum + in_service + spare + other + kept_by_city,
    0,
  );

function Warnings({ site }: { site: Site }) {
  const t = useText(siteText);
  const spoken = useLanguage();
  const day = sayDay(site.on, spoken);
  if (!site.begun) return <Banner tone="info">{t("notThere", { day })}</Banner>;
  if (site.now.open) return null;
  const left = standing(site);
  return (
    <>
      <Banner tone="info">{t("closedThen", { day })}</Banner>
      {left > 0 && <Banner tone="warning">{t("leftBehind", { count: left })}</Banner>}
    </>
  );
}

function Details({ site: { now, history, remembered, other_addresses } }: { site: Site }) {
  const t = useText(siteText);
  const spoken = useLanguage();
  const former = [...new Set(history.map(({ address }) => address))].filter(
    (address) => address !== now.address && address !== "",
  );
  return (
    <Block title={t("details")}>
      <Facts>
        <Fact term={t("number")}>{now.number}</Fact>
        <Fact term={t("name")}>{now.name}</Fact>
        <Fact term={t("address")} wide>
          {now.address || t("notStated")}
          {former.length > 0 && (
            <ul className="site-names site-muted">
              {history
                .filter(({ address }) => former.includes(address))
                .map(({ address, from, to }) => (
                  <li key={from}>
                    {address}（{sayDay(from, spoken)}～{to ? sayDay(to, spoken) : ""}）
                  </li>
                ))}
            </ul>
          )}
        </Fact>
        {other_addresses.length > 0 && (
          <Fact term={t("otherAddresses")} wide>
            <ul className="site-names">
              {other_addresses.map(({ contract, name, address }) => (
                <li key={contract}>
                  {address}（{contract} {name}）
                </li>
              ))}
            </ul>
            {t("otherAddressesAsk")}
          </Fact>
        )}
        <Fact term={t("departments")} wide>
          {now.departments || t("notStated")}
        </Fact>
        <Fact term={t("kept")}>{t(now.excluded ? "keptByCity" : "keptByContractor")}</Fact>
        {now.aliases.length > 0 && <Fact term={t("aliases")}>{now.aliases.join("、")}</Fact>}
        {remembered.length > 0 && <Fact term={t("remembered")}>{remembered.join("、")}</Fact>}
        {now.remarks && (
          <Fact term={t("remarks")} wide>
            {now.remarks}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function Events({ contract, site }: { contract: string; site: string }) {
  const t = useText(siteText);
  const events = useQuery(siteEventsQuery(contract, site));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
