import "./stocktake.css";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import type { Stocktake, StocktakeSite, StocktakeTally } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Timeline } from "../../parts/Timeline";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { TextAreaField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { Lines } from "./Lines";
import { ScanPanel } from "./ScanPanel";
import { StocktakeState } from "./StocktakeListPage";
import {
  closeStocktake,
  finishSite,
  reopenStocktake,
  resultUrl,
  stocktakeEventsQuery,
  stocktakeQuery,
} from "./stocktake.queries";
import type { StocktakeSearch } from "./stocktake.search";
import { stocktakeText } from "./stocktake.text";

export default function StocktakePage() {
  const t = useText(stocktakeText);
  const spoken = useLanguage();
  const contract = useContractId();
  const from = "/inside/contracts/$contract/register/stocktakes/$stocktake" as const;
  const { stocktake: id } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: "/contracts/$contract/register/stocktakes/$stocktake" });
  const { data: stocktake } = useSuspenseQuery(stocktakeQuery(contract, id));
  const change = (part: StocktakeSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <Page
      title={stocktake.title}
      trail={[
        <Link key="register" to="/contracts/$contract/register" params={{ contract }}>
          {t("register")}
        </Link>,
        <Link key="list" to="/contracts/$contract/register/stocktakes" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
      actions={<Actions contract={contract} stocktake={stocktake} />}
    >
      <div className="stack">
        <Block title={t("progress")} count={`${t("on")} ${sayDay(stocktake.on, spoken)}`}>
          <Progress tally={stocktake.tally} />
        </Block>
        {stocktake.may_count && (
          <ScanPanel
            contract={contract}
            stocktake={stocktake}
            site={search.site}
            onSite={(site) => change({ site, verdict: undefined })}
          />
        )}
        <Sites contract={contract} stocktake={stocktake} />
        <Lines contract={contract} stocktake={stocktake} search={search} onChange={change} />
        {stocktake.whole && <Events contract={contract} id={id} />}
      </div>
    </Page>
  );
}

function Actions({ contract, stocktake }: { contract: string; stocktake: Stocktake }) {
  const t = useText(stocktakeText);
  const client = useQueryClient();
  const [reopening, setReopening] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ["stocktakes", contract] });
  const close = useRowMutation(stocktake, (over) => closeStocktake(contract, over), {
    onConflict: refresh,
    onSuccess: async () => {
      await refresh();
      announce(message(stocktakeText, "closed"));
    },
  });
  const reopen = useRowMutation(
    stocktake,
    (over, reason: string) => reopenStocktake(contract, over, reason),
    {
      onConflict: refresh,
      onSuccess: refresh,
    },
  );
  return (
    <>
      <StocktakeState closedOn={stocktake.closed_on} />
      {stocktake.may_count && (
        <Button look="solid" busy={close.isPending} onClick={() => close.mutate(undefined)}>
          {t("close")}
        </Button>
      )}
      {stocktake.may_close && stocktake.closed_on && (
        <Button onClick={() => setReopening(true)}>{t("reopen")}</Button>
      )}
      <a {...buttonLook("outline")} href={resultUrl(contract, stocktake.id)}>
        {t("export")}
      </a>
      <Link {...buttonLook("outline")} to="/contracts/$contract/register/labels" params={{ contract }}>
        {t("labels")}
      </Link>
      <Button onClick={() => window.print()}>{t("print")}</Button>
      {close.error && <ProblemBanner problem={problemOf(close.error)} />}
      {reopening && (
        <FormDialog
          title={t("reopen")}
          submit={t("reopen")}
          initial={{ reason: "" }}
          mutation={reopen}
          input={({ reason }) => reason}
          done={message(stocktakeText, "reopened")}
          onClose={() => setReopening(false)}
        >
          {(form) => (
            <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={3} maxLength={500} />
          )}
        </FormDialog>
      )}
    </>
  );
}

/** What was found, what is missing and what is left, as words and as one bar. */
function Progress({ tally }: { tally: StocktakeTally }) {
  const t = useText(stocktakeText);
  const part = (units: number) => `${tally.expected === 0 ? 0 : (100 * units) / tally.expected}%`;
  const elsewhere = tally.expected - tally.found - tally.missing - tally.open;
  return (
    <>
      <p className="stocktake-counts">
        <strong>{t("done", { done: tally.expected - tally.open, expected: tally.expected })}</strong>
        <span>
          {t("found")} {tally.found}
        </span>
        <span>
          {t("elsewhere")} {tally.elsewhere}
        </span>
        <span>
          {t("missing")} {tally.missing}
        </span>
        <span>
          {t("unknown")} {tally.unknown}
        </span>
        <span>
          {t("left")} {tally.open}
        </span>
      </p>
      <div className="stocktake-bar" aria-hidden="true">
        <span data-part="found" style={{ width: part(tally.found) }} />
        <span data-part="elsewhere" style={{ width: part(Math.max(0, elsewhere)) }} />
        <span data-part="missing" style={{ width: part(tally.missing) }} />
      </div>
    </>
  );
}

function Sites({ contract, stocktake }: { contract: string; stocktake: Stocktake }) {
  const t = useText(stocktakeText);
  const client = useQueryClient();
  const finish = useMutation({
    mutationFn: ({ site, done }: { site: string; done: boolean }) =>
      finishSite(contract, stocktake.id, site, done),
    onSuccess: () => client.invalidateQueries({ queryKey: ["stocktakes", contract, stocktake.id] }),
  });
  return (
    <Block title={t("bySite")}>
      {finish.error && <ProblemBanner problem={problemOf(finish.error)} />}
      <Table caption={t("bySite")}>
        <thead>
          <tr>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("expected")}</th>
            <th scope="col">{t("found")}</th>
            <th scope="col">{t("left")}</th>
            <th scope="col">{t("missing")}</th>
            <th scope="col">{t("elsewhere")}</th>
            <th scope="col">{t("unknown")}</th>
            <th scope="col">{t("finished")}</th>
          </tr>
        </thead>
        <tbody>
          {stocktake.sites.map((site) => (
            <tr key={site.site_id ?? ""}>
              <th scope="row">
                {site.site_id ? (
                  <Link
                    to="/contracts/$contract/register/stocktakes/$stocktake"
                    params={{ contract, stocktake: stocktake.id }}
                    search={{ site: site.site_id }}
                    replace
                  >
                    {site.site_number} {site.site}
                  </Link>
                ) : (
                  t("siteNone")
                )}
              </th>
              <td className="number">{site.tally.expected}</td>
              <td className="number">{site.tally.found}</td>
              <td className="number">{site.tally.open}</td>
              <td className="number">{site.tally.missing}</td>
              <td className="number">{site.tally.elsewhere}</td>
              <td className="number">{site.tally.unknown}</td>
              <td>
                <Finished
                  site={site}
                  may={stocktake.may_count}
                  busy={finish.isPending && finish.variables.site === site.site_id}
                  onFinish={(done) => site.site_id && finish.mutate({ site: site.site_id, done })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

interface FinishedProps {
  site: StocktakeSite;
  may: boolean;
  busy: boolean;
  onFinish: (done: boolean) => void;
}

function Finished({ site, may, busy, onFinish }: FinishedProps) {
  const t = useText(stocktakeText);
  const spoken = useLanguage();
  if (site.finished_at)
    return (
      <>
        {sayInstant(site.finished_at, spoken)} {site.finished_by}{" "}
        {may && (
          <Button
            size="sm"
            busy={busy}
            aria-label={t("goOnAt", { site: site.site })}
            onClick={() => onFinish(false)}
          >
            {t("goOn")}
          </Button>
        )}
      </>
    );
  if (!may || !site.site_id) return "－";
  return (
    <Button
      size="sm"
      busy={busy}
      aria-label={t("finishAt", { site: site.site })}
      onClick={() => onFinish(true)}
    >
      {t("finish")}
    </Button>
  );
}

function Events({ contract, id }: { contract: string; id: string }) {
  const t = useText(stocktakeText);
  const events = useQuery(stocktakeEventsQuery(contract, id));
  return (
    <Block title={t("events")}>
      <Timeline events={events} />
    </Block>
  );
}
