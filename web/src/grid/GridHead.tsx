import type { KeyboardEvent } from "react";
import { useText } from "../lib/i18n";
import type { GridColumn, Sorting } from "./column";
import { gridText } from "./grid.text";

interface Props<Row> {
  columns: readonly GridColumn<Row>[];
  offsets: readonly number[];
  sorting: Sorting | undefined;
  onSort: (key: string) => void;
  /** Back to the first row of a column. */
  onLeave: (column: number) => void;
}

interface Group {
  title: string;
  from: number;
  width: number;
  count: number;
  frozen: boolean;
}

function groupsOf<Row>(columns: readonly GridColumn<Row>[]): Group[] {
  const groups: Group[] = [];
  columns.forEach(({ group = "", width, frozen = false }, from) => {
    const last = groups.at(-1);
    if (last && last.title === group && last.frozen === frozen) {
      last.width += width;
      last.count += 1;
    } else groups.push({ title: group, from, width, count: 1, frozen });
  });
  // The frozen part leaves the name of a group to the part that scrolls.
  return groups.map((group, at) =>
    group.frozen && groups[at + 1]?.title === group.title ? { ...group, title: "" } : group,
  );
}

export function GridHead<Row>({ columns, offsets, sorting, onSort, onLeave }: Props<Row>) {
  const t = useText(gridText);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = Number(
      (event.target as HTMLElement).closest<HTMLElement>("[data-column]")?.dataset.column ?? 0,
    );
    if (step === undefined && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) onLeave(at);
    else focusHeading(event.currentTarget, at + step);
  };
  const groups = groupsOf(columns);
  return (
    <div className="grid-head" role="rowgroup" onKeyDown={keyDown}>
      {groups.some(({ title }) => title !== "") && (
        <div role="row" aria-rowindex={1} className="grid-head-row" data-groups>
          {groups.map((group) => (
            <GroupHeading key={group.from} {...group} left={offsets[group.from] ?? 0} />
          ))}
        </div>
      )}
      <div role="row" aria-rowindex={2} className="grid-head-row">
        {columns.map((column, at) => {
          const sorted =
            sorting?.key === column.key ? (sorting.descending ? "descending" : "ascending") : undefined;
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={column.sortable ? (sorted ?? "none") : undefined}
              className="grid-heading"
              data-column={at}
              data-frozen={column.frozen}
              style={{
                width: `${column.width / 16}rem`,
                left: column.frozen ? `${(offsets[at] ?? 0) / 16}rem` : undefined,
              }}
            >
              {column.sortable ? (
                <button
                  type="button"
                  tabIndex={-1}
                  onClick={() => onSort(column.key)}
                  title={t("sortBy", { column: column.title })}
                >
                  <span>{column.title}</span>
                  <span aria-hidden="true">
                    {sorted === "ascending" ? "▲" : sorted === "descending" ? "▼" : "↕"}
                  </span>
                </button>
              ) : (
                <span tabIndex={-1} className="grid-heading-text">
                  {column.title}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function GroupHeading({ title, from, width, count, frozen, left }: Group & { left: number }) {
  const place = {
    "aria-colindex": from + 1,
    className: "grid-heading",
    "data-frozen": frozen || undefined,
    style: { width: `${width / 16}rem`, left: frozen ? `${left / 16}rem` : undefined },
  };
  // Columns without a group have an empty place above them, not an empty heading.
  if (title === "") return <div role="gridcell" {...place} />;
  return (
    <div role="columnheader" aria-colspan={count} {...place}>
      <span className="grid-group">{title}</span>
    </div>
  );
}

/** Headings are out of the tab order; ArrowUp from the first row leads here. */
export function focusHeading(within: HTMLElement | null | undefined, column: number): void {
  within?.querySelector<HTMLElement>(`.grid-heading[data-column="${column}"] [tabindex]`)?.focus();
}
