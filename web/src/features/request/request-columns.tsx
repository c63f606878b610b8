import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { statusWord } from "../../api/contract";
import type { Contract, WorkRequest, WorkRequestStatus } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { type Language, type Message, message, say, useLanguage } from "../../lib/i18n";
import { type DayStyle, dayStyle, printDay } from "../../lib/wareki";
import { Chip, type ChipTone } from "../../ui/Chip";
import { columnText, groupText, requestText } from "./request.text";

export type ColumnKey = keyof typeof columnText & string;

const statusLook: Record<WorkRequestStatus, { tone: ChipTone; sign: string }> = {
  requested: { tone: "blue", sign: "□" },
  in_progress: { tone: "yellow", sign: "△" },
  confirming: { tone: "yellow", sign: "◇" },
  done: { tone: "green", sign: "○" },
};

export function StatusChip({ contract, status }: { contract: Contract; status: WorkRequestStatus }) {
  const spoken = useLanguage();
  return <Chip {...statusLook[status]}>{say(statusWord(contract, status), spoken)}</Chip>;
}

/** Set beside a request that holds work the contract does not cover. */
export function OutOfScope({ row }: { row: WorkRequest }) {
  const spoken = useLanguage();
  if (!row.out_of_scope) return null;
  return <Chip sign="※">{say(message(requestText, "outOfScopeWork"), spoken)}</Chip>;
}

export const wordsOf = (contract: Contract) => ({
  section: contract.words.city_section ?? { ja: "システム課", en: "System section" },
  division: contract.words.city_division ?? { ja: "主管課", en: "Owning division" },
  responsible: contract.words.responsible ?? { ja: "業務責任者", en: "Responsible person" },
});

const isColumn = (key: string): key is ColumnKey => key in columnText;

/** The heading of a column: the contract's words where it has some. The server also names the row's version. */
export function columnTitle(contract: Contract, key: string): Message {
  if (!isColumn(key)) return message(requestText, "wholeRow");
  return contract.column_labels?.[key] ?? { ...message(columnText, key as "no"), values: wordsOf(contract) };
}

const groupTitle = (contract: Contract, key: keyof typeof groupText): Message =>
  contract.group_labels?.[key] ?? message(groupText, key);

/** `20.0`, as the form prints it. */
export const printHours = (hours: number | null | undefined): string =>
  hours == null ? "" : hours.toFixed(1);

const cityColumns: readonly string[] = [
  "entered_on",
  "city_person",
  "division",
  "division_person",
  "contractor",
  "title",
  "body",
  "wish_on",
];
const contractorFirst: readonly string[] = ["contractor_person", "received_on"];
const contractorLater: readonly string[] = [...contractorFirst, "result", "planned_hours", "actual_hours"];

/** Whether a cell may be typed into: what the server says the caller may do with this row. */
export function isEditable({ can }: WorkRequest, column: string): boolean {
  if (cityColumns.includes(column)) return can.includes("edit_city");
  if (can.includes("record_result") || can.includes("sign_contractor"))
    return contractorLater.includes(column);
  return can.includes("accept") && contractorFirst.includes(column);
}

type Definition = Omit<GridColumn<WorkRequest>, "key" | "title" | "group" | "editable"> & {
  group?: keyof typeof groupText;
};

function definitions(
  contract: Contract,
  style: DayStyle,
  spoken: Language,
): Record<Exclude<ColumnKey, "no">, Definition> {
  const day = (value: string | null | undefined): string => (value ? printDay(value, style) : "");
  const dayColumn = (
    read: (row: WorkRequest) => string | null | undefined,
    group: keyof typeof groupText,
  ): Definition => ({
    group,
    width: 112,
    printWidth: 156,
    text: (row) => day(read(row)),
  });
  const line = (
    read: (row: WorkRequest) => string,
    group: keyof typeof groupText,
    width: number,
  ): Definition => ({
    group,
    width,
    text: read,
  });
  return {
    number: {
      group: "basic",
      width: 96,
      printWidth: 120,
      frozen: true,
      sortable: true,
      text: ({ number }) => number,
      render: ({ id, number }) => (
        <Link
          tabIndex={-1}
          to="/contracts/$contract/requests/$request"
          params={{ contract: contract.id, request: id }}
        >
          {number}
        </Link>
      ),
    },
    entered_on: { ...dayColumn((row) => row.entered_on, "basic"), sortable: true },
    city_person: line((row) => row.city_person, "basic", 144),
    division: line((row) => row.division, "basic", 112),
    division_person: line((row) => row.division_person, "basic", 128),
    contractor: line((row) => row.contractor, "basic", 160),
    contractor_person: line((row) => row.contractor_person, "basic", 128),
    status: {
      group: "status",
      width: 192,
      printWidth: 120,
      sortable: true,
      text: ({ status }) => say(statusWord(contract, status), spoken),
      render: ({ status }) => <StatusChip contract={contract} status={status} />,
    },
    title: {
      ...line((row) => row.title, "request", 240),
      sortable: true,
      render: (row) => (
        <>
          {row.title} <OutOfScope row={row} />
        </>
      ),
    },
    body: { ...line((row) => row.body, "request", 280), multiline: true },
    wish_on: { ...dayColumn((row) => row.wish_on, "request"), sortable: true },
    received_on: dayColumn((row) => row.received_on, "response"),
    result: { ...line((row) => row.result, "response", 280), multiline: true },
    contractor_confirmed_on: dayColumn((row) => row.contractor_confirmed_on, "response"),
    contractor_confirmed_by: line((row) => row.contractor_confirmed_by ?? "", "response", 128),
    city_confirmed_on: dayColumn((row) => row.city_confirmed_on, "response"),
    city_confirmed_by: line((row) => row.city_confirmed_by ?? "", "response", 128),
    planned_hours: {
      group: "response",
      width: 96,
      align: "end",
      text: (row) => printHours(row.planned_hours),
    },
    actual_hours: { group: "response", width: 96, align: "end", text: (row) => printHours(row.actual_hours) },
  };
}

/** The columns that somebody may hide, by name. */
export function useColumnTitles(contract: Contract): { key: string; title: string; frozen: boolean }[] {
  const spoken = useLanguage();
  return (Object.keys(columnText) as ColumnKey[]).map((key) => ({
    key,
    title: say(columnTitle(contract, key), spoken),
    frozen: key === "no" || key === "number",
  }));
}

/** The columns of the form in their fixed order, in the words of the contract; the running number is the row's place. */
export function useRequestColumns(
  contract: Contract,
  rows: readonly WorkRequest[],
): GridColumn<WorkRequest>[] {
  const spoken = useLanguage();
  const places = useMemo(() => new Map(rows.map(({ id }, index) => [id, index + 1])), [rows]);
  return useMemo(() => {
    const columns = Object.entries(definitions(contract, dayStyle(contract.date_style), spoken)).map(
      ([key, { group, ...definition }]): GridColumn<WorkRequest> => ({
        ...definition,
        key,
        title: say(columnTitle(contract, key), spoken),
        ...(group && { group: say(groupTitle(contract, group), spoken) }),
        editable: (row) => isEditable(row, key),
      }),
    );
    const no: GridColumn<WorkRequest> = {
      key: "no",
      title: say(columnTitle(contract, "no"), spoken),
      width: 56,
      printWidth: 60,
      frozen: true,
      align: "end",
      text: ({ id }) => String(places.get(id) ?? ""),
    };
    return [no, ...columns];
  }, [contract, spoken, places]);
}
