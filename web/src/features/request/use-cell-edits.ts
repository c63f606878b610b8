import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { problemOf } from "../../api/problem";
import type { ChangedWorkRequests, Contract, WorkRequest } from "../../api/types";
import type { CellChange } from "../../grid/column";
import type { PreviewCell } from "../../grid/PastePreview";
import { type Language, type Message, message, say, useLanguage } from "../../lib/i18n";
import { announce } from "../../ui/Toast";
import { refreshRow, sendCells } from "./request.queries";
import { requestText } from "./request.text";
import { columnTitle } from "./request-columns";

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
      const named = { number: row.number, column: columnTitle(contract, column) };
      try {
        const { saved: stored, rows } = await sendCells(contract.id, [{ row, column, text }], false);
        const refused = rows[0]?.cells.find(({ problem }) => problem);
        const reason = refused?.problem;
        const fresh = await refreshRow(client, contract.id, row.id);
        const now = String(fresh[column as keyof WorkRequest] ?? "");
        if (stored && !reason) setSaved(message(requestText, "saved", named));
        else if (refused?.column === "version")
          announce(message(requestText, "overtaken", { ...named, now }), "warning");
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

const previewOf = (contract: Contract, rows: ChangedWorkRequests["rows"], spoken: Language): PreviewCell[] =>
  rows.flatMap(({ number, cells }) =>
    cells.map(({ column, old, new: after, problem }) => ({
      row: number,
      column,
      title: say(columnTitle(contract, column), spoken),
      before: old,
      after,
      problem: problem ?? undefined,
    })),
  );

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
        setPaste({ changes, cells: previewOf(contract, rows, spoken), outside });
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
      const { saved, rows } = await sendCells(contract.id, changes, false);
      // Somebody was faster between the look and the save: nothing was written, show what is in the way now.
      if (!saved) return setPaste({ ...paste, changes, cells: previewOf(contract, rows, spoken) });
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
