import "./survey.css";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useContract } from "../../api/contract";
import type { PageProgress, PageSurvey } from "../../api/types";
import { count } from "../../lib/count";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Timeline } from "../../parts/Timeline";
import { Banner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { Counters } from "./Counters";
import { sheetUrl, surveyEventsQuery, surveyQuery } from "./survey.queries";
import type { SurveySearch } from "./survey.search";
import { surveyText } from "./survey.text";
import { ChangeDialog, ReopenDialog, SheetDialog, SubmitDialog } from "./survey-dialogs";

export default function SurveyPage() {
  const t = useText(surveyText);
  const contract = useContract();
  const { survey: id } = useParams({ from: "/inside/contracts/$contract/register/page-surveys/$survey" });
  const search = useSearch({ from: "/inside/contracts/$contract/register/page-surveys/$survey" });
  const navigate = useNavigate({ from: "/contracts/$contract/register/page-surveys/$survey" });
  const { data: survey } = useSuspenseQuery(surveyQuery(contract.id, id));
  const change = (part: SurveySearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <Page
      title={survey.title}
      trail={[
        <Link key="register" to="/contracts/$contract/register" params={{ contract: contract.id }}>
          {t("register")}
        </Link>,
        <Link key="list" to="/contracts/$contract/register/page-surveys" params={{ contract: contract.id }}>
          {t("title")}
        </Link>,
      ]}
      actions={<Actions contract={contract.id} survey={survey} />}
    >
      <div className="stack">
        {survey.progress.asked > 0 && (
          <Banner tone="warning">
            {t("askedAbout", { count: survey.progress.asked })}{" "}
            <Button size="sm" onClick={() => change({ standing: "asked", site: undefined })}>
              {t("showAsked")}
            </Button>
          </Banner>
        )}
        <Overview survey={survey} />
        <Sites contract={contract.id} survey={survey} />
        <Counters contract={contract.id} survey={survey} search={search} onChange={change} />
        {survey.whole && <Events contract={contract.id} id={id} />}
      </div>
    </Page>
  );
}

type Open = "change" | "submit" | "reopen" | "sheet" | undefined;

function Actions({ contract, survey }: { contract: string; survey: PageSurvey }) {
  const t = useText(surveyText);
  const spoken = useLanguage();
  const [open, setOpen] = useState<Open>();
  const props = { contract, survey, onClose: () => setOpen(undefined) };
  return (
    <>
      {survey.submitted_on ? (
        <Chip tone="green" sign="○">
          {t("submitted", { day: sayDay(survey.submitted_on, spoken) })}
        </Chip>
      ) : (
        <Chip tone="blue" sign="◇">
          {t("open")}
        </Chip>
      )}
      {survey.may_enter && (
        <>
          <Button look="solid" onClick={() => setOpen("submit")}>
            {t("submit")}
          </Button>
          <Button onClick={() => setOpen("sheet")}>{t("file")}</Button>
          <Button onClick={() => setOpen("change")}>{t("change")}</Button>
        </>
      )}
      {survey.may_submit && survey.submitted_on && (
        <Button onClick={() => setOpen("reopen")}>{t("reopen")}</Button>
      )}
      <a {...buttonLook("outline")} href={sheetUrl(contract, survey.id, undefined)}>
        {t("export")}
      </a>
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {open === "change" && <ChangeDialog {...props} />}
      {open === "submit" && <SubmitDialog {...props} />}
      {open === "reopen" && <ReopenDialog {...props} />}
      {open === "sheet" && <SheetDialog {...props} />}
    </>
  );
}

function Overview({ survey }: { survey: PageSurvey }) {
  const t = useText(surveyText);
  const spoken = useLanguage();
  const { progress } = survey;
  return (
    <Block title={t("progress")}>
      <ProgressBar progress={progress} />
      <Facts>
        <Fact term={t("on")}>{survey.earlier ? t("earlier") : sayDay(survey.on, spoken)}</Fact>
        {(survey.first || survey.last) && (
          <Fact term={t("days")}>
            {survey.first && sayDay(survey.first, spoken)} – {survey.last && sayDay(survey.last, spoken)}
          </Fact>
        )}
        {survey.agreed && <Fact term={t("agreed")}>{survey.agreed}</Fact>}
        <Fact term={t("pages")}>{count(progress.pages)}</Fact>
      </Facts>
    </Block>
  );
}

/** What is read, what cannot be read and what is left, as words and as one bar. */
function ProgressBar({ progress }: { progress: PageProgress }) {
  const t = useText(surveyText);
  const part = (units: number) => `${progress.units === 0 ? 0 : (100 * units) / progress.units}%`;
  return (
    <>
      <p className="survey-counts">
        <strong>{t("done", { done: progress.read + progress.not_readable, units: progress.units })}</strong>{" "}
        <Count label={t("read")}>{progress.read - progress.asked}</Count>
        <Count label={t("asked")}>{progress.asked}</Count>
        <Count label={t("notReadable")}>{progress.not_readable}</Count>
        <Count label={t("unread")}>{progress.unread}</Count>
      </p>
      <div className="survey-bar" aria-hidden="true">
        <span data-part="read" style={{ width: part(progress.read - progress.asked) }} />
        <span data-part="asked" style={{ width: part(progress.asked) }} />
        <span data-part="not-readable" style={{ width: part(progress.not_readable) }} />
      </div>
    </>
  );
}

function Count({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="survey-count">
      {label} {children}
    </span>
  );
}

function Sites({ contract, survey }: { contract: string; survey: PageSurvey }) {
  const t = useText(surveyText);
  return (
    <Block title={t("bySite")}>
      <Table caption={t("bySite")}>
        <thead>
          <tr>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("units")}</th>
            <th scope="col">{t("read")}</th>
            <th scope="col">{t("notReadable")}</th>
            <th scope="col">{t("asked")}</th>
            <th scope="col">{t("unread")}</th>
            <th scope="col">{t("pages")}</th>
          </tr>
        </thead>
        <tbody>
          {survey.sites.map(({ site_id, site_number, site, progress }) => (
            <tr key={site_id ?? ""}>
              <th scope="row">
                {site_id ? (
                  <Link
                    to="/contracts/$contract/register/page-surveys/$survey"
                    params={{ contract, survey: survey.id }}
                    search={{ site: site_id }}
                    replace
                  >
                    {site_number} {site}
                  </Link>
                ) : (
                  t("siteNone")
                )}
              </th>
              <Numbers progress={progress} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            <Numbers progress={survey.progress} />
          </tr>
        </tfoot>
      </Table>
    </Block>
  );
}

function Numbers({ progress }: { progress: PageProgress }) {
  return (
    <>
      <td className="number">{progress.units}</td>
      <td className="number">{progress.read}</td>
      <td className="number">{progress.not_readable}</td>
      <td className="number">{progress.asked}</td>
      <td className="number">{progress.unread}</td>
      <td className="number">{count(progress.pages)}</td>
    </>
  );
}

function Events({ contract, id }: { contract: string; id: string }) {
  const t = useText(surveyText);
  const events = useQuery(surveyEventsQuery(contract, id));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
