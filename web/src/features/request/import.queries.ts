import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { Import } from "../../api/types";
import { upload } from "../../api/upload";

const path = "/api/v1/contracts/{contract}/work-requests/imports" as const;

export const importQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["request-import", contract, id],
    queryFn: () => ask(api.GET(`${path}/{import}`, { params: { path: { contract, import: id } } })),
    enabled: id !== "",
    // What was looked at must not change under the eyes; the server checks again on saving.
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useUploadImport(contract: string, onProgress: (part: number) => void) {
  const client = useQueryClient();
  const url = `/api/v1/contracts/${encodeURIComponent(contract)}/work-requests/imports`;
  return useMutation({
    mutationFn: (file: File) => upload<Import>(url, file, onProgress),
    onSuccess: (preview) => client.setQueryData(importQuery(contract, preview.id).queryKey, preview),
  });
}

export function useSaveImport(contract: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { skip_refused: boolean; reason: string }) =>
      ask(api.POST(`${path}/{import}/save`, { params: { path: { contract, import: id } }, body })),
    onSuccess: () => {
      for (const key of ["requests", "request", "request-events", "today", "quotas"])
        void client.invalidateQueries({ queryKey: [key, contract] });
    },
  });
}
