import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { Import } from "../../api/types";
import { upload } from "../../api/upload";

/** A ledger that takes lists from Excel: its segment in the API's addresses. */
export interface ImportInto {
  contract: string;
  ledger: "work-requests" | "questions";
}

// Every ledger imports in the same shape; one of the addresses stands for all to the compiler.
const pathOf = (ledger: ImportInto["ledger"]) =>
  `/api/v1/contracts/{contract}/${ledger}/imports` as "/api/v1/contracts/{contract}/work-requests/imports";

export const importQuery = ({ contract, ledger }: ImportInto, id: string) =>
  queryOptions({
    queryKey: ["import", contract, ledger, id],
    queryFn: () => ask(api.GET(`${pathOf(ledger)}/{import}`, { params: { path: { contract, import: id } } })),
    enabled: id !== "",
    // What was looked at must not change under the eyes; the server checks again on saving.
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useUploadImport(into: ImportInto, onProgress: (part: number) => void) {
  const client = useQueryClient();
  const url = `/api/v1/contracts/${encodeURIComponent(into.contract)}/${into.ledger}/imports`;
  return useMutation({
    mutationFn: (file: File) => upload<Import>(url, file, onProgress),
    onSuccess: (preview) => client.setQueryData(importQuery(into, preview.id).queryKey, preview),
  });
}

/** `stale` are the first words of the keys of what a saved import may have changed. */
export function useSaveImport({ contract, ledger }: ImportInto, id: string, stale: readonly string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { skip_refused: boolean; reason: string }) =>
      ask(api.POST(`${pathOf(ledger)}/{import}/save`, { params: { path: { contract, import: id } }, body })),
    onSuccess: () => {
      for (const key of stale) void client.invalidateQueries({ queryKey: [key, contract] });
    },
  });
}
