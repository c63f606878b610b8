import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useDayStyle } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { PageSurvey, SurveyedUnit, WritePageReading } from "../../api/types";
import type { CellChange, GridColumn } from "../../grid/column";
import { DataGrid } from "../../grid/DataGrid";
import { gridText } from "../../grid/grid.text";
import { PastePreview } from "../../grid/PastePreview";
import { count } from "../../lib/count";
import { message, useText } from "../../lib/i18n";
import { parseWrittenDay, printDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { DateField } from "../../ui/DateField";
import { Block, Loading } from "../../ui/Page";
import { FilterSelect } from "../../ui/SearchField";
import { announce } from "../../ui/Toast";
import { pastedProblem } from "./pasted";
import { enterReadings, sheetUrl, surveyedUnitsQuery } from "./survey.queries";
import type { SurveySearch } from "./survey.search";
import { standingText, surveyText } from "./survey.text";

interface Props {
  contract: string;
  survey: PageSurvey;
  search: SurveySearch;
  onChange: (part: SurveySearch) => void;
}

type Change = CellChange<SurveyedUnit>;

const standings = [
  "unread",
  "asked",
  "not_readable",
  "read",
] as const satisfies readonly SurveyedUnit["standing"][];
const rowId = ({ device_id }: SurveyedUnit): string => device_id;

/** The printers of a survey with their counters, to be typed or pasted. */
export function Counters({ contract, survey, search, onChange }: Props) {
  const t = useText(surveyText);
  const standing = useText(standingText);
  const units = useQuery(surveyedUnitsQuery(contract, survey.id));
  const [day, setDay] = useState(today());
  const rows = useMemo(
    () =>
      (units.data?.items ?? []).filter(
        (unit) =>
          (!search.site || unit.site_id === search.site) &&
          (!search.standing || unit.standing === search.standing),
      ),
    [units.data, search.site, search.standing],
  );
  return (
    <Block
      title={t("counters")}
      actions={
        search.site && (
          <a {...buttonLook("outline", "sm")} href={sheetUrl(contract, survey.id, search.site)}>
            {t("exportSite")}
          </a>
        )
      }
    >
      <search className="filters no-print">
        <FilterSelect
          label={t("site")}
          value={search.site ?? ""}
          options={[
            { value: "", label: t("allSites") },
            ...survey.sites.flatMap(({ site_id, site_number, site }) =>
              site_id ? [{ value: site_id, label: `${site_number} ${site}` }] : [],
            ),
          ]}
          onChange={(site) => onChange({ site: site || undefined })}
        />
        <FilterSelect
          label={t("state")}
          value={search.standing ?? ""}
          options={[
            { value: "", label: t("all") },
            ...standings.map((value) => ({ value, label: standing(value) })),
          ]}
          onChange={(value) => onChange({ standing: value || undefined })}
        />
        {survey.may_enter && (
          <DateField label={t("newReadOn")} value={day} onChange={setDay} name="new-read-on" />
        )}
      </search>
      {survey.may_enter && <p className="quiet no-print">{t("newReadOnHint")}</p>}
      {units.isPending ? (
        <Loading />
      ) : (
        <CounterGrid contract={contract} survey={survey} rows={rows} day={parseWrittenDay(day)} />
      )}
    </Block>
  );
}

interface GridProps {
  contract: string;
  survey: PageSurvey;
  rows: SurveyedUnit[];
  /** Of readings that state no day of their own. */
  day: string | undefined;
}

function CounterGrid({ contract, survey, rows, day }: GridProps) {
  const t = useText(surveyText);
  const grid = useText(gridText);
  const columns = useColumns(survey.may_enter);
  const client = useQueryClient();
  const [pasted, setPasted] = useState<{ changes: Change[]; outside: number } | undefined>();
  const save = useMutation({
    mutationFn: (changes: readonly Change[]) => enterReadings(contract, survey.id, readingsOf(changes, day)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["page-surveys", contract, survey.id] });
      announce(message(surveyText, "saved"));
      setPasted(undefined);
    },
  });
  const { mutate } = save;
  const edit = useCallback((change: Change) => mutate([change]), [mutate]);
  const pending = useMemo(
    () => (save.isPending ? pendingOf(save.variables) : {}),
    [save.isPending, save.variables],
  );
  return (
    <>
      {save.error && <ProblemBanner problem={problemOf(save.error)} />}
      <DataGrid
        label={t("counters")}
        rows={rows}
        rowId={rowId}
        total={rows.length}
        columns={columns}
        hidden={[]}
        sorting={undefined}
        onSort={() => undefined}
        onOpen={() => undefined}
        onEdit={edit}
        onPaste={(changes, outside) => setPasted({ changes, outside })}
        pending={pending}
      />
      <div className="grid-status no-print">
        <p role="status">
          {t("done", { done: count(rows.filter(({ version }) => version > 0).length), units: rows.length })}
        </p>
        <p>{grid("keys")}</p>
      </div>
      {pasted && (
        <PastePreview
          cells={pasted.changes.map(({ row, column, text }) => {
            const of = columns.find(({ key }) => key === column);
            return {
              row: row.number,
              column,
              title: of?.title ?? column,
              before: of?.text(row) ?? "",
              after: text,
              problem: of?.editable?.(row) ? pastedProblem(column, text) : message(gridText, "readOnly"),
            };
          })}
          outside={pasted.outside}
          busy={save.isPending}
          onSave={() =>
            mutate(
              pasted.changes.filter(
                ({ row, column, text }) =>
                  columns.find(({ key }) => key === column)?.editable?.(row) && !pastedProblem(column, text),
              ),
            )
          }
          onClose={() => setPasted(undefined)}
        />
      )}
    </>
  );
}

function useColumns(may: boolean): GridColumn<SurveyedUnit>[] {
  const t = useText(surveyText);
  const standing = useText(standingText);
  const style = useDayStyle();
  return useMemo(() => {
    const number = (pages: number | null | undefined) => (pages == null ? "" : count(pages));
    const editable = () => may;
    return [
      { key: "number", title: t("number"), width: 110, frozen: true, text: (unit) => unit.number },
      { key: "place", title: t("place"), width: 150, text: (unit) => unit.place },
      {
        key: "previous",
        title: t("previous"),
        width: 110,
        align: "end",
        text: (unit) => number(unit.previous_pages),
      },
      {
        key: "pages",
        title: t("now"),
        width: 120,
        align: "end",
        text: (unit) => number(unit.pages),
        editText: (unit) => (unit.pages == null ? "" : String(unit.pages)),
        editable,
      },
      {
        key: "difference",
        title: t("difference"),
        width: 120,
        align: "end",
        text: (unit) => number(unit.difference),
      },
      {
        key: "read_on",
        title: t("readOn"),
        width: 150,
        text: (unit) => (unit.read_on ? printDay(unit.read_on, style) : ""),
        editText: (unit) => unit.read_on ?? "",
        editable,
      },
      { key: "note", title: t("note"), width: 220, text: (unit) => unit.note, editable },
      {
        key: "standing",
        title: t("state"),
        width: 200,
        text: (unit) => standing(unit.standing),
        render: (unit) => <Standing unit={unit} />,
      },
      {
        key: "site",
        title: t("site"),
        width: 220,
        text: ({ site, site_number }) => (site ? `${site_number} ${site}` : t("siteNone")),
      },
      { key: "model", title: t("model"), width: 220, text: (unit) => unit.model },
      {
        key: "previous_on",
        title: t("previousOn"),
        width: 150,
        text: (unit) => (unit.previous_on ? printDay(unit.previous_on, style) : ""),
      },
    ];
  }, [t, standing, style, may]);
}

function Standing({ unit }: { unit: SurveyedUnit }) {
  const t = useText(surveyText);
  const standing = useText(standingText);
  if (unit.standing === "read")
    return (
      <Chip tone="green" sign="○">
        {standing("read")}
      </Chip>
    );
  if (unit.standing === "asked")
    return (
      <Chip tone="yellow" sign="△">
        {standing("asked")} {unit.doubt === "backwards" ? t("backwards") : t("jumped")}
      </Chip>
    );
  return <Chip sign={unit.standing === "unread" ? "－" : "×"}>{standing(unit.standing)}</Chip>;
}

/** The cells that were changed, put together to whole readings. */
function readingsOf(changes: readonly Change[], day: string | undefined): WritePageReading[] {
  const readings = new Map<string, WritePageReading>();
  for (const { row, column, text } of changes) {
    const reading = readings.get(row.device_id) ?? {
      device_id: row.device_id,
      pages: row.pages == null ? "" : String(row.pages),
      read_on: row.read_on ?? day ?? "",
      note: row.note,
      version: row.version,
    };
    if (column === "pages") reading.pages = text;
    else if (column === "note") reading.note = text;
    else reading.read_on = parseWrittenDay(text) ?? text;
    readings.set(row.device_id, reading);
  }
  return [...readings.values()];
}

function pendingOf(changes: readonly Change[] | undefined): Record<string, Record<string, string>> {
  const pending: Record<string, Record<string, string>> = {};
  for (const { row, column, text } of changes ?? [])
    pending[row.device_id] = { ...pending[row.device_id], [column]: text };
  return pending;
}
