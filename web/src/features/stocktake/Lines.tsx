import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { problemOf } from "../../api/problem";
import type { Stocktake, StocktakeLine } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Loading } from "../../ui/Page";
import { FilterSelect } from "../../ui/SearchField";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { linesQuery, takeBack } from "./stocktake.queries";
import type { StocktakeSearch } from "./stocktake.search";
import { stocktakeText, verdictText } from "./stocktake.text";
import { VerdictChip } from "./VerdictChip";

interface Props {
  contract: string;
  stocktake: Stocktake;
  search: StocktakeSearch;
  onChange: (part: StocktakeSearch) => void;
}

const verdicts = [
  "expected",
  "missing",
  "elsewhere",
  "unknown",
  "found",
] as const satisfies readonly StocktakeLine["verdict"][];

/** Devices beyond this are shown only after a filter: nobody reads a table of thousands. */
const mostShown = 500;

/** Every device that is looked for and everything that was found. */
export function Lines({ contract, stocktake, search, onChange }: Props) {
  const t = useText(stocktakeText);
  const verdict = useText(verdictText);
  const lines = useQuery(linesQuery(contract, stocktake.id, search.site));
  const shown = useMemo(
    () => (lines.data?.items ?? []).filter((line) => !search.verdict || line.verdict === search.verdict),
    [lines.data, search.verdict],
  );
  return (
    <Block title={t("lines")} count={shown.length}>
      <search className="filters no-print">
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          options={[
            { value: "", label: t("allSites") },
            ...stocktake.sites.flatMap(({ site_id, site_number, site }) =>
              site_id ? [{ value: site_id, label: `${site_number} ${site}` }] : [],
            ),
          ]}
          onChange={(site) => onChange({ site: site || undefined })}
        />
        <FilterSelect
          label={t("result")}
          value={search.verdict ?? ""}
          options={[
            { value: "", label: t("all") },
            ...verdicts.map((value) => ({ value, label: verdict(value) })),
          ]}
          onChange={(value) => onChange({ verdict: value || undefined })}
        />
      </search>
      {lines.isPending ? (
        <Loading />
      ) : shown.length === 0 ? (
        <p className="quiet">{t("noLines")}</p>
      ) : (
        <LineTable contract={contract} stocktake={stocktake} lines={shown.slice(0, mostShown)} />
      )}
    </Block>
  );
}

interface TableProps {
  contract: string;
  stocktake: Stocktake;
  lines: readonly StocktakeLine[];
}

function LineTable({ contract, stocktake, lines }: TableProps) {
  const t = useText(stocktakeText);
  const spoken = useLanguage();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (key: string) => takeBack(contract, stocktake.id, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["stocktakes", contract, stocktake.id] });
      announce(message(stocktakeText, "tookBack"));
    },
  });
  return (
    <>
      {remove.error && <ProblemBanner problem={problemOf(remove.error)} />}
      <Table caption={t("lines")}>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("result")}</th>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("model")}</th>
            <th scope="col">{t("expectedSite")}</th>
            <th scope="col">{t("foundAt")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.key} ${line.number}`}>
              <th scope="row">
                {line.device_id ? (
                  <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: line.device_id }}>
                    {line.number}
                  </Link>
                ) : (
                  line.number
                )}
              </th>
              <td>
                <VerdictChip verdict={line.verdict} />
              </td>
              <td>{line.site || t("siteNone")}</td>
              <td>{line.kind}</td>
              <td>{line.model}</td>
              <td>
                {line.expected_site} {line.expected_place}
              </td>
              <td>
                {line.found_at && (
                  <>
                    {sayInstant(line.found_at, spoken)} {line.found_by}{" "}
                    {stocktake.may_count && (
                      <Button
                        size="sm"
                        aria-label={t("takeBackOf", { number: line.number })}
                        busy={remove.isPending && remove.variables === line.key}
                        onClick={() => remove.mutate(line.key)}
                      >
                        {t("takeBack")}
                      </Button>
                    )}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
