import "./register.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import type { UnitMatrix, UnitSum } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { AssumedChip } from "./AssumedChip";
import { ReferenceDay } from "./ReferenceDay";
import { registerText } from "./register.text";
import { countsUrl, matrixQuery } from "./unit.queries";
import { dayAsked } from "./unit.search";
import { unitText } from "./unit.text";

/** 12（1）＋市管理2: the units, of which planned, and what the city keeps besides. */
function useSumText(): (sum: UnitSum) => string {
  const t = useText(unitText);
  return ({ units, planned, kept_by_city }) => {
    const counted = planned > 0 ? `${units}（${planned}）` : String(units);
    if (kept_by_city > 0) return counted + t("keptBeside", { count: String(kept_by_city) });
    return units === 0 ? "－" : counted;
  };
}

export default function MatrixPage() {
  const t = useText(unitText);
  const shared = useText(registerText);
  const contract = useContract();
  const spoken = useLanguage();
  const search = useSearch({ from: "/inside/contracts/$contract/register/matrix" });
  const navigate = useNavigate({ from: "/contracts/$contract/register/matrix" });
  const { data: matrix } = useSuspenseQuery(matrixQuery(contract.id, dayAsked(search)));
  return (
    <Page
      title={t("matrix")}
      trail={[
        <Link
          key="list"
          to="/contracts/$contract/register"
          params={{ contract: contract.id }}
          search={search.on ? { on: search.on } : {}}
        >
          {t("title")}
        </Link>,
      ]}
      actions={
        <>
          <a {...buttonLook("outline", "md")} href={countsUrl(contract.id, dayAsked(search))}>
            {t("countsExport")}
          </a>
          <Button onClick={() => window.print()}>{shared("print")}</Button>
        </>
      }
    >
      <div className="stack">
        <search className="filters no-print">
          <ReferenceDay
            value={search.on}
            onChange={(day) => void navigate({ search: day ? { on: day } : {}, replace: true })}
          />
        </search>
        <Block title={`${t("matrix")}（${t("on")} ${sayDay(matrix.on, spoken)}）`}>
          <p className="quiet">{t("matrixAbout")}</p>
          <Counts matrix={matrix} />
          {matrix.total.assumed > 0 && (
            <p className="quiet">
              <AssumedChip /> {t("assumedCount", { count: String(matrix.total.assumed) })}
            </p>
          )}
        </Block>
        {matrix.comparisons.length > 0 && (
          <Block title={t("comparison")}>
            <Comparisons matrix={matrix} />
          </Block>
        )}
      </div>
    </Page>
  );
}

function Counts({ matrix }: { matrix: UnitMatrix }) {
  const t = useText(unitText);
  const sumText = useSumText();
  const say = useSay();
  return (
    <div className="unit-matrix">
      <Table caption={t("matrix")}>
        <thead>
          <tr>
            <th scope="col">{t("site")}</th>
            {matrix.columns.map((column) => (
              <th
                scope="col"
                key={`${column.division} ${column.class} ${column.model} ${column.generation.ja}`}
              >
                <small>
                  {column.division} {say(column.label)} {say(column.generation)}
                </small>
                <br />
                {column.model || t("modelOpen")}
              </th>
            ))}
            <th scope="col">{t("total")}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.site_id ?? ""}>
              <th scope="row">
                {row.site_id ? (
                  <SiteLink id={row.site_id} number={row.site_number} name={row.site} on={matrix.on} />
                ) : (
                  t("siteNone")
                )}
              </th>
              {row.cells.map((sum, index) => (
                <td className="number" key={matrix.columns[index]?.model ?? index}>
                  {sumText(sum)}
                </td>
              ))}
              <td className="number">
                <strong>{sumText(row.total)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            {matrix.columns.map((column) => (
              <td
                className="number"
                key={`${column.division} ${column.class} ${column.model} ${column.generation.ja}`}
              >
                <strong>{sumText(column.total)}</strong>
              </td>
            ))}
            <td className="number">
              <strong>{sumText(matrix.total)}</strong>
            </td>
          </tr>
        </tfoot>
      </Table>
    </div>
  );
}

function Comparisons({ matrix }: { matrix: UnitMatrix }) {
  const t = useText(unitText);
  const sumText = useSumText();
  const say = useSay();
  return (
    <Table caption={t("comparison")}>
      <thead>
        <tr>
          <th scope="col">{t("comparison")}</th>
          <th scope="col">{t("stated")}</th>
          <th scope="col">{t("counted")}</th>
          <th scope="col">{t("result")}</th>
          <th scope="col">{t("clause")}</th>
        </tr>
      </thead>
      <tbody>
        {matrix.comparisons.map((each) => (
          <tr key={`${each.label.ja} ${each.clause}`}>
            <th scope="row">{say(each.label)}</th>
            <td className="number">
              {sumText({
                units: each.stated,
                planned: each.stated_planned ?? 0,
                kept_by_city: 0,
                assumed: 0,
              })}
            </td>
            <td className="number">{sumText(each.counted)}</td>
            <td>
              {each.agrees ? (
                <Chip tone="green" sign="○">
                  {t("agrees")}
                </Chip>
              ) : (
                <Chip tone="red" sign="×">
                  {t("differs", {
                    count: String(Math.abs(each.counted.units + each.counted.kept_by_city - each.stated)),
                  })}
                </Chip>
              )}
            </td>
            <td>{each.clause}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
