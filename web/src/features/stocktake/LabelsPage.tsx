import "./stocktake.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type CSSProperties, useMemo } from "react";
import { sitesQuery, useContractId } from "../../api/contract";
import type { Unit } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Loading, Page } from "../../ui/Page";
import { FilterSelect, TypedFilter } from "../../ui/SearchField";
import { qrPath } from "./qr";
import { type LabelSheet, type LabelSheetName, labelSheets, onSheets, sheetNamed } from "./sheets";
import { labelledQuery } from "./stocktake.queries";
import type { LabelSearch } from "./stocktake.search";
import { labelText, stocktakeText } from "./stocktake.text";

export default function LabelsPage() {
  const t = useText(labelText);
  const register = useText(stocktakeText);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/register/labels" });
  const navigate = useNavigate({ from: "/contracts/$contract/register/labels" });
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const units = useQuery(labelledQuery(contract, search.site));
  const change = (part: LabelSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const name = sheetNamed(search.sheet);
  const sheet = labelSheets[name];
  const pages = useMemo(
    () => onSheets(units.data ?? [], sheet, search.skip ?? 0),
    [units.data, sheet, search.skip],
  );
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="register" to="/contracts/$contract/register" params={{ contract }}>
          {register("register")}
        </Link>,
      ]}
      actions={
        <Button look="solid" disabled={pages.length === 0} onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <p className="quiet no-print">{t("about")}</p>
      <search className="filters no-print">
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          options={[
            { value: "", label: t("all") },
            ...sites.map(({ id, number, name: label }) => ({ value: id, label: `${number} ${label}` })),
          ]}
          onChange={(site) => change({ site: site || undefined })}
        />
        <FilterSelect
          label={t("sheet")}
          value={name}
          options={(Object.keys(labelSheets) as LabelSheetName[]).map((value) => ({
            value,
            label: t(value),
          }))}
          onChange={(value) => change({ sheet: value })}
        />
        <TypedFilter
          label={t("skip")}
          hint={t("skipHint")}
          value={String(search.skip ?? "")}
          onChange={(text) => change({ skip: Number(text.replace(/\D/g, "").slice(0, 2)) || undefined })}
        />
      </search>
      {units.isPending ? (
        <Loading />
      ) : (
        <>
          <p className="no-print" role="status">
            {pages.length === 0
              ? t("none")
              : t("counts", { count: units.data?.length ?? 0, pages: pages.length })}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a screen narrower than A4 is scrolled by the keyboard */}
          <section className="label-sheets" aria-label={t("title")} tabIndex={0}>
            {pages.map((stickers, index) => (
              <Sheet
                // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is nothing but its place
                key={index}
                contract={contract}
                label={t("sheetNumber", { number: index + 1 })}
                sheet={sheet}
                stickers={stickers}
              />
            ))}
          </section>
        </>
      )}
    </Page>
  );
}

interface SheetProps {
  contract: string;
  label: string;
  sheet: LabelSheet;
  stickers: readonly (Unit | undefined)[];
}

/** One sheet of stickers at its real size. */
function Sheet({ contract, label, sheet, stickers }: SheetProps) {
  const style = {
    "--label-columns": sheet.columns,
    "--label-width": `${sheet.width}mm`,
    "--label-height": `${sheet.height}mm`,
    "--label-gap": `${sheet.gap}mm`,
    paddingTop: `${sheet.top}mm`,
    paddingLeft: `${sheet.left}mm`,
  } as CSSProperties;
  return (
    <section className="label-sheet" aria-label={label} style={style}>
      {stickers.map((unit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sticker is nothing but its place
        <div className="label" key={index}>
          {unit && <Label contract={contract} unit={unit} />}
        </div>
      ))}
    </section>
  );
}

/** The code names the contract: the ids of units repeat from contract to contract. */
function Label({ contract, unit }: { contract: string; unit: Unit }) {
  const { path, size } = useMemo(() => qrPath(`${contract}/${unit.id}`), [contract, unit.id]);
  return (
    <>
      <svg className="label-code" viewBox={`-4 -4 ${size + 8} ${size + 8}`} aria-hidden="true">
        <path d={path} />
      </svg>
      <div className="label-text">
        <strong>{unit.number}</strong>
        <span>{unit.kind}</span>
        <small>{unit.model}</small>
      </div>
    </>
  );
}
