import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../api/client";
import type { Attachment } from "../api/types";
import { upload } from "../api/upload";

/** A row with files: the segment of its ledger in the API's addresses, and its id. */
export interface LedgerRow {
  contract: string;
  ledger: "work-requests" | "questions" | "approvals" | "recovery/editions" | "incidents" | "desk-calls";
  id: string;
}

// Every ledger answers its files in the same shape; one of the addresses stands for all to the compiler.
const pathOf = (ledger: LedgerRow["ledger"]) =>
  `/api/v1/contracts/{contract}/${ledger}/{id}/attachments` as "/api/v1/contracts/{contract}/work-requests/{id}/attachments";

export const attachmentsUrl = ({ contract, ledger, id }: LedgerRow): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/${ledger}/${encodeURIComponent(id)}/attachments`;

export const attachmentsQuery = ({ contract, ledger, id }: LedgerRow) =>
  queryOptions({
    queryKey: ["attachments", contract, ledger, id],
    queryFn: () => ask(api.GET(pathOf(ledger), { params: { path: { contract, id } } })),
  });

export function useAttach(row: LedgerRow, onProgress: (part: number) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => (await upload(attachmentsUrl(row), file, onProgress)) as Attachment,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: attachmentsQuery(row).queryKey });
      void client.invalidateQueries({ queryKey: ["request-events", row.contract, row.id] });
      void client.invalidateQueries({ queryKey: ["approval-events", row.contract, row.id] });
    },
  });
}
