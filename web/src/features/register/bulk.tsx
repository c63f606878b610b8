import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Unit } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { useText } from "../../lib/i18n";
import { Button, buttonLook } from "../../ui/Button";
import { BulkDialog } from "./BulkDialog";
import { filtersOf, matrixQuery } from "./unit.queries";
import type { UnitSearch } from "./unit.search";
import { unitImportText } from "./unit-import.text";

/** Which devices of the list are selected for a change at once. */
export interface Bulk {
  /** Whether devices are being selected at all. */
  on: boolean;
  chosen: ReadonlySet<string>;
  /** Every device that matches the filter, whatever is ticked. */
  all: boolean;
  change: (part: Partial<Pick<Bulk, "on" | "chosen" | "all">>) => void;
}

const nobody: ReadonlySet<string> = new Set();

export function useBulk(): Bulk {
  const [state, setState] = useState({ on: false, chosen: nobody, all: false });
  return useMemo(
    () => ({ ...state, change: (part) => setState((before) => ({ ...before, ...part })) }),
    [state],
  );
}

/** The column of ticks; none while nothing is selected. */
export function useBulkColumn({ on, chosen, all, change }: Bulk): GridColumn<Unit>[] {
  const t = useText(unitImportText);
  return useMemo(() => {
    if (!on) return [];
    const tick = (id: string, ticked: boolean) => {
      const next = new Set(chosen);
      if (ticked) next.add(id);
      else next.delete(id);
      change({ chosen: next });
    };
    return [
      {
        key: "bulk",
        title: t("select"),
        width: 60,
        frozen: true,
        text: ({ id }) => (all || chosen.has(id) ? "○" : ""),
        render: ({ id, number }) => (
          <input
            type="checkbox"
            aria-label={t("bulkPick", { number })}
            checked={all || chosen.has(id)}
            disabled={all}
            onChange={(event) => tick(id, event.target.checked)}
          />
        ),
      },
    ];
  }, [on, chosen, all, change, t]);
}

/** What leads from the list to lists that come in and to changes at once. */
export function UnitTools({ contract, bulk }: { contract: string; bulk: Bulk }) {
  const t = useText(unitImportText);
  return (
    <>
      <Link {...buttonLook("outline", "sm")} to="/contracts/$contract/register/import" params={{ contract }}>
        {t("link")}
      </Link>
      <Button
        size="sm"
        aria-pressed={bulk.on}
        onClick={() => bulk.change({ on: !bulk.on, chosen: nobody, all: false })}
      >
        {bulk.on ? t("bulkEnd") : t("bulkStart")}
      </Button>
    </>
  );
}

interface BarProps {
  contract: string;
  bulk: Bulk;
  search: UnitSearch;
}

/** How many are selected, and the change of them. */
export function BulkBar({ contract, bulk, search }: BarProps) {
  const t = useText(unitImportText);
  const [editing, setEditing] = useState(false);
  const { data } = useQuery({ ...matrixQuery(contract, undefined), enabled: bulk.on });
  if (!bulk.on) return null;
  const { on: _, ...filter } = filtersOf(search);
  const divisions = [...new Set(data?.columns.map(({ division }) => division) ?? [])].filter(Boolean);
  return (
    <div className="actions no-print">
      <p role="status">{bulk.all ? t("bulkChosenAll") : t("bulkChosen", { count: bulk.chosen.size })}</p>
      <Button size="sm" aria-pressed={bulk.all} onClick={() => bulk.change({ all: !bulk.all })}>
        {t("bulkAll")}
      </Button>
      <Button
        size="sm"
        look="solid"
        disabled={!bulk.all && bulk.chosen.size === 0}
        onClick={() => setEditing(true)}
      >
        {t("bulkEdit")}
      </Button>
      {editing && (
        <BulkDialog
          contract={contract}
          which={bulk.all ? { units: [], filter } : { units: [...bulk.chosen], filter: null }}
          divisions={divisions}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            bulk.change({ on: false, chosen: nobody, all: false });
          }}
        />
      )}
    </div>
  );
}
