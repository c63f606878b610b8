import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { problemOf } from "../../api/problem";
import type { Contract, WorkRequest } from "../../api/types";
import type { CellChange } from "../../grid/column";
import type { PreviewCell } from "../../grid/PastePreview";
import { type Message, message, say, useLanguage } from "../../lib/i18n";
import { announce } from "../../ui/Toast";
import { refreshRow, sendCells } from "./request.queries";
import { requestText } from "./request.text";
import { type ColumnKey, columnTitle } from "./request-columns";

type Pending = Readonly<Record<string, Readonly<Record<string, string>>>>;

const without = (pending: Pending, id: string, column: string): Pending => {
  const { [column]: _, ...cells } = pending[id] ?? {};
  return { ...pending, [id]: cells };
};

/** Saves single cells at once; the cell shows what was typed until the server has answered. */
export function useCellEdits(contract: Contract) {
  const client = useQueryClient();
  const [pending, setPending] = useState<Pending>({});
  const [saved, setSaved] = useState<Message | undefined>();
  const edit = useCallback(
    async ({ row, column, text }: CellChange<WorkRequest>) => {
      setPending((before) => ({ ...before, [row.id]: { ...before[row.id], [column]: text } }));
      const named = { number: row.number, column: columnTitle(contract, column as ColumnKey) };
      try {
        const { saved: stored, rows } = await sendCells(contract.id, [{ row, column, text }], false);
        const reason = rows[0]?.cells.find(({ problem }) => problem)?.problem;
        await refreshRow(client, contract.id, row.id);
        if (stored && !reason) setSaved(message(requestText, "saved", named));
        else if (reason) announce(message(requestText, "notSaved", { ...named, reason }), "error");
      } catch (error) {
        await refreshRow(client, contract.id, row.id).catch(() => undefined);
        announce(message(requestText, "notSaved", { ...named, reason: problemOf(error).text }), "error");
      } finally {
        setPending((before) => without(before, row.id, column));
      }
    },
    [client, contract],
  );
  return { pending, saved, edit };
}

interface Paste {
  changes: CellChange<WorkRequest>[];
  cells: PreviewCell[];
  outside: number;
}

/** A pasted block: asked of the server first, shown, then saved as one batch. */
export function usePaste(contract: Contract) {
  const client = useQueryClient();
  const spoken = useLanguage();
  const [paste, setPaste] = useState<Paste | undefined>();
  const [saving, setSaving] = useState(false);

  const check = useCallback(
    async (pasted: CellChange<WorkRequest>[], outside: number) => {
      const changes = pasted.filter(({ column }) => column !== "no");
      if (changes.length === 0) return setPaste({ changes, cells: [], outside });
      try {
        const { rows } = await sendCells(contract.id, changes, true);
        const cells = rows.flatMap(({ number, cells: changed }) =>
          changed.map(
            ({ column, old, new: after, problem }): PreviewCell => ({
              row: number,
              column,
              title: say(columnTitle(contract, column as ColumnKey), spoken),
              before: old,
              after,
              problem: problem ?? undefined,
            }),
          ),
        );
        setPaste({ changes, cells, outside });
      } catch (error) {
        announce(problemOf(error).text, "error");
      }
    },
    [contract, spoken],
  );
  const save = async () => {
    if (!paste) return;
    setSaving(true);
    try {
      const good = paste.cells.filter(({ problem }) => !problem);
      const changes = paste.changes.filter(({ row, column }) =>
        good.some((cell) => cell.row === row.number && cell.column === column),
      );
      await sendCells(contract.id, changes, false);
      announce(message(requestText, "pasted", { count: good.length }));
      setPaste(undefined);
    } catch (error) {
      announce(problemOf(error).text, "error");
    } finally {
      setSaving(false);
      void client.invalidateQueries({ queryKey: ["requests", contract.id] });
    }
  };
  return { paste, saving, check, save, close: () => setPaste(undefined) };
}
