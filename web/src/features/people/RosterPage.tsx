import "./people.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { Contract } from "../../api/types";
import { fold } from "../../lib/fold";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { parseWrittenDay, sayDay } from "../../lib/wareki";
import { Banner, ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { Check } from "../../ui/Field";
import { Block, Loading, Page } from "../../ui/Page";
import { useTyped } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { Announced } from "./Announced";
import { AnnounceEntry } from "./announce-dialogs";
import { paperFileUrl, type Roster, rosterFileUrl, rosterQuery, type Worker } from "./people.queries";
import type { PeopleSearch } from "./people.search";
import { announceText, peopleText } from "./people.text";
import { Affiliation, dutyWord, PresenceChip, useDuties, useTerm } from "./words";

/** The roster of the contract as of a day, and what is announced. */
export default function RosterPage() {
  const t = useText(peopleText);
  const contract = useContract();
  const search: PeopleSearch = useSearch({ from: "/inside/contracts/$contract/people" });
  const roster = useQuery(rosterQuery(contract.id, search.as_of));
  const [announcing, setAnnouncing] = useState(false);
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Link
            {...buttonLook("outline", "sm")}
            to="/contracts/$contract/people/chart"
            params={{ contract: contract.id }}
            search={{ as_of: search.as_of }}
          >
            {t("chart")}
          </Link>
          <a {...buttonLook("outline", "sm")} href={rosterFileUrl(contract.id, search.as_of)}>
            {t("exportRoster")}
          </a>
          {roster.data?.can_keep && (
            <>
              <Link
                {...buttonLook("outline", "sm")}
                to="/contracts/$contract/people/import"
                params={{ contract: contract.id }}
              >
                {t("importRoster")}
              </Link>
              <Button look="solid" size="sm" onClick={() => setAnnouncing(true)}>
                {t("announceEntry")}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="stack">
        <AsOf search={search} />
        {roster.isPending && <Loading />}
        {roster.isError && <ProblemBanner problem={problemOf(roster.error)} />}
        {roster.data && <Contents contract={contract} roster={roster.data} search={search} />}
      </div>
      {announcing && roster.data && (
        <AnnounceEntry contract={contract} rules={roster.data.rules} onClose={() => setAnnouncing(false)} />
      )}
    </Page>
  );
}

function AsOf({ search }: { search: PeopleSearch }) {
  const t = useText(peopleText);
  const navigate = useNavigate({ from: "/contracts/$contract/people" });
  const [written, setWritten] = useState(search.as_of ?? today());
  const day = parseWrittenDay(written);
  const go = (as_of: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, as_of }), replace: true });
  return (
    <form
      className="people-bar no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (day) go(day === today() ? undefined : day);
      }}
    >
      <DateField name="as_of" label={t("asOf")} hint={t("asOfHint")} value={written} onChange={setWritten} />
      <Button type="submit" size="sm" aria-disabled={!day}>
        {t("show")}
      </Button>
      {search.as_of && (
        <Button
          look="text"
          size="sm"
          onClick={() => {
            setWritten(today());
            go(undefined);
          }}
        >
          {t("today")}
        </Button>
      )}
    </form>
  );
}

interface Props {
  contract: Contract;
  roster: Roster;
  search: PeopleSearch;
}

function Contents({ contract, roster, search }: Props) {
  const t = useText(peopleText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <>
      <Missing contract={contract} roster={roster} />
      <Announced contract={contract} roster={roster} />
      <Block
        title={`${say(roster.label)} ${sayDay(roster.as_of, spoken)}`}
        count={t("people", {
          count: roster.items.filter(({ presence }) => presence === "in_force").length,
        })}
      >
        <People contract={contract} roster={roster} search={search} />
      </Block>
      <Papers contract={contract} roster={roster} />
      <Rules roster={roster} />
    </>
  );
}

/** The papers about people that the contract asks for and that can be written now. */
function Papers({ contract, roster }: Omit<Props, "search">) {
  const t = useText(peopleText);
  const say = useSay();
  const spoken = useLanguage();
  if (roster.papers.length === 0) return null;
  return (
    <Block title={t("papers")}>
      <p className="quiet">{t("papersHint")}</p>
      <ul className="people-papers">
        {roster.papers.map(({ id, name, clause, day }) => (
          <li key={id + day}>
            <a {...buttonLook("outline", "sm")} href={paperFileUrl(contract.id, id, day)}>
              {t("paper", { name: say(name) })}
            </a>{" "}
            {sayDay(day, spoken)} <span className="quiet">{clause}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Missing({ contract, roster }: Omit<Props, "search">) {
  const t = useText(peopleText);
  const say = useSay();
  const spoken = useLanguage();
  if (roster.missing_duties.length === 0) return null;
  const duties = roster.missing_duties.map((duty) => say(dutyWord(contract, duty))).join(t("comma"));
  return (
    <Banner tone="warning" title={t("missing", { day: sayDay(roster.as_of, spoken), duties })}>
      {t("missingHint")}
    </Banner>
  );
}

function Rules({ roster }: { roster: Roster }) {
  const t = useText(announceText);
  const say = useSay();
  const spoken = useLanguage();
  const { earliest, explanation, clause, forecast } = roster.rules;
  return (
    <p className="quiet no-print">
      {t("earliest", { day: sayDay(earliest, spoken) })}
      <br />
      {t("rule", { why: say(explanation), clause })} {forecast && t("forecast")}
    </p>
  );
}

const isPast = ({ presence }: Worker): boolean => presence === "left" || presence === "void_entry";

const matches = ({ entry }: Worker, words: string): boolean =>
  fold([entry.name, entry.kana, entry.company, entry.work, entry.assets].join(" ")).includes(fold(words));

function People({ contract, roster, search }: Props) {
  const t = useText(peopleText);
  const navigate = useNavigate({ from: "/contracts/$contract/people" });
  const change = (next: Partial<PeopleSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const rows = roster.items.filter(
    (worker) => (search.past || !isPast(worker)) && matches(worker, search.q ?? ""),
  );
  return (
    <>
      <search className="people-bar no-print">
        <label className="people-search">
          <span>{t("search")}</span>
          <input
            type="search"
            className="control"
            data-size="sm"
            data-shortcut="/"
            {...useTyped(search.q ?? "", (q) => change({ q: q || undefined }))}
          />
        </label>
        <Check
          label={t("withPast")}
          checked={search.past ?? false}
          onChange={(past) => change({ past: past || undefined })}
        />
      </search>
      <div className="people-roster">
        <Table caption={t("title")}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("company")}</th>
              <th scope="col">{t("duties")}</th>
              <th scope="col">{t("work")}</th>
              <th scope="col">{t("assets")}</th>
              {roster.contacts_shown && <th scope="col">{t("contact")}</th>}
              <th scope="col">{t("state")}</th>
              <th scope="col" className="no-print">
                {t("ready")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((worker) => (
              <Row key={worker.id} contract={contract} worker={worker} contacts={roster.contacts_shown} />
            ))}
          </tbody>
        </Table>
      </div>
      <p role="status">
        {rows.length === 0 && t(search.q || roster.items.length > 0 ? "noneFound" : "none")}
      </p>
    </>
  );
}

function Row({ contract, worker, contacts }: { contract: Contract; worker: Worker; contacts: boolean }) {
  const t = useText(peopleText);
  const say = useSay();
  const duties = useDuties(contract);
  const term = useTerm();
  const { entry } = worker;
  return (
    <tr data-past={isPast(worker) || undefined}>
      <th scope="row">
        <Link to="/contracts/$contract/people/$worker" params={{ contract: contract.id, worker: worker.id }}>
          {entry.name}
        </Link>
        {entry.kana && <small className="people-kana">{entry.kana}</small>}
      </th>
      <td>
        <Affiliation entry={entry} />
      </td>
      <td>{duties(entry.duties)}</td>
      <td>{entry.work}</td>
      <td>{entry.assets}</td>
      {contacts && <td className="people-contact">{entry.contact}</td>}
      <td>
        <PresenceChip presence={worker.presence} /> <small className="people-term">{term(worker)}</small>
      </td>
      <td className="no-print">{worker.obstacle ? say(worker.obstacle) : <>○ {t("readyYes")}</>}</td>
    </tr>
  );
}
