import { useState } from "react";
import type { Import, ImportRow } from "../../api/types";
import { count } from "../../lib/count";
import { useSay, useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Chip, type ChipTone } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import {
  type Filter,
  firstFilter,
  type ImportLine,
  linesOf,
  type Outcome,
  omittedOf,
  outcomes,
  rowsOf,
} from "./import";
import { importText } from "./import.text";

const looks: Record<Outcome, { sign: string; tone: ChipTone }> = {
  refused: { sign: "×", tone: "red" },
  changed: { sign: "△", tone: "yellow" },
  new: { sign: "＋", tone: "blue" },
  unchanged: { sign: "－", tone: "neutral" },
};

const rowsAtOnce = 100;

/** How a ledger calls its list and its rows, and prints the values of its columns (days and states come as keys). */
export interface PreviewWords {
  title: string;
  thing: string;
  printed: (column: string, value: string) => string;
}

/** What an import would do, row by row and cell by cell. */
export function ImportPreview({ preview, ...words }: { preview: Import } & PreviewWords) {
  const t = useText(importText);
  const [filter, setFilter] = useState<Filter>(() => firstFilter(preview.counts));
  const [shown, setShown] = useState(rowsAtOnce);
  const rows = rowsOf(preview.rows, filter);
  const omitted = omittedOf(preview, filter);
  const choose = (next: Filter) => {
    setFilter(next);
    setShown(rowsAtOnce);
  };
  return (
    <>
      <Filters preview={preview} filter={filter} onChoose={choose} />
      {rows.length === 0 && omitted === 0 ? (
        <p className="quiet">{t("noneOfKind")}</p>
      ) : (
        <Rows {...words} rows={rows.slice(0, shown)} />
      )}
      {rows.length > shown && (
        <p>
          <Button size="sm" onClick={() => setShown(shown + rowsAtOnce)}>
            {t("more", { count: Math.min(rowsAtOnce, rows.length - shown) })}
          </Button>
        </p>
      )}
      {omitted > 0 && <p className="quiet">{t("omitted", { count: count(omitted) })}</p>}
    </>
  );
}

interface FiltersProps {
  preview: Import;
  filter: Filter;
  onChoose: (filter: Filter) => void;
}

function Filters({ preview: { counts, rows, omitted }, filter, onChoose }: FiltersProps) {
  const t = useText(importText);
  const amounts: Record<Filter, number> = { all: rows.length + omitted, ...counts };
  return (
    <fieldset className="outcome-filter">
      <legend className="visually-hidden">{t("filter")}</legend>
      {([...outcomes, "all"] as const).map((each) => (
        <button
          type="button"
          key={each}
          className="outcome-choice"
          aria-pressed={each === filter}
          onClick={() => onChoose(each)}
        >
          {each !== "all" && <span aria-hidden="true">{looks[each].sign} </span>}
          {t("tabCount", { word: t(each), count: count(amounts[each]) })}
        </button>
      ))}
    </fieldset>
  );
}

function Rows({ rows, ...words }: { rows: readonly ImportRow[] } & PreviewWords) {
  const t = useText(importText);
  return (
    <Table caption={words.title}>
      <thead>
        <tr>
          <th scope="col">{t("row")}</th>
          <th scope="col">{words.thing}</th>
          <th scope="col">{t("outcome")}</th>
          <th scope="col">{t("cell")}</th>
          <th scope="col">{t("column")}</th>
          <th scope="col">{t("old")}</th>
          <th scope="col">{t("next")}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <Row key={row.row} printed={words.printed} row={row} />
      ))}
    </Table>
  );
}

/** One row of the sheet is a group of lines, so that print keeps it together. */
function Row({ printed, row }: { row: ImportRow } & Pick<PreviewWords, "printed">) {
  const t = useText(importText);
  const lines = linesOf(row);
  const span = Math.max(1, lines.length);
  return (
    <tbody className="import-row" data-outcome={row.outcome}>
      <tr>
        <th scope="rowgroup" rowSpan={span} className="number import-cell">
          {row.row}
        </th>
        <td rowSpan={span} className="import-request">
          <span className="import-number">{row.number || (row.outcome === "new" && t("noNumber"))}</span>
          {row.title && <span>{row.title}</span>}
        </td>
        <td rowSpan={span}>
          <Chip {...looks[row.outcome]}>{t(row.outcome)}</Chip>
        </td>
        {lines[0] ? <Line printed={printed} line={lines[0]} /> : <td colSpan={4}>{t("same")}</td>}
      </tr>
      {lines.slice(1).map((line) => (
        <tr key={line.key}>
          <Line printed={printed} line={line} />
        </tr>
      ))}
    </tbody>
  );
}

function Line({ printed, line }: { line: ImportLine } & Pick<PreviewWords, "printed">) {
  const t = useText(importText);
  const say = useSay();
  const said = line.problem ?? line.notice;
  if (said)
    return (
      <>
        <td className="import-cell">{line.cell}</td>
        <td colSpan={3} className={line.problem && "import-problem"}>
          <span aria-hidden="true">{line.problem ? "× " : "！"}</span>
          {say(said)}
        </td>
      </>
    );
  return (
    <>
      <td className="import-cell">{line.cell}</td>
      <td>{line.label && say(line.label)}</td>
      <td className="preview-text">{printed(line.column, line.old) || t("nothing")}</td>
      <td className="preview-text import-next">{printed(line.column, line.next) || t("nothing")}</td>
    </>
  );
}
