import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { StepResult, StepSheet } from "../../api/types";
import { upload } from "../../api/upload";

const request = "/api/v1/contracts/{contract}/work-requests/{id}" as const;

export const jobRequestQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["request", contract, id],
    queryFn: () => ask(api.GET(request, { params: { path: { contract, id } } })),
  });

export const jobQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["job-procedures", contract, id],
    queryFn: () => ask(api.GET(`${request}/procedures`, { params: { path: { contract, id } } })),
  });

export const sheetQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["step-sheet", contract, id],
    queryFn: () => ask(api.GET(`${request}/steps`, { params: { path: { contract, id } } })),
  });

export const workRecordUrl = (contract: string, id: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/work-requests/${encodeURIComponent(id)}/work-record`;

const base = (contract: string, id: string, record: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/work-requests/${encodeURIComponent(id)}/steps/records/${encodeURIComponent(record)}/attachments`;

export const photoUrl = (contract: string, id: string, record: string, photo: string): string =>
  `${base(contract, id, record)}/${encodeURIComponent(photo)}`;

export interface Submission {
  version_id: string;
  acts: string[];
  devices: string[];
  reason: string;
}

function useAfterJob(contract: string, id: string) {
  const client = useQueryClient();
  return () => {
    for (const key of ["job-procedures", "step-sheet"])
      void client.invalidateQueries({ queryKey: [key, contract, id] });
    for (const key of ["procedure", "procedures"])
      void client.invalidateQueries({ queryKey: [key, contract] });
  };
}

export function useSubmitProcedure(contract: string, id: string) {
  return useMutation({
    mutationFn: (body: Submission) =>
      ask(api.POST(`${request}/procedures`, { params: { path: { contract, id } }, body })),
    onSuccess: useAfterJob(contract, id),
  });
}

export function useDropProcedure(contract: string, id: string) {
  return useMutation({
    mutationFn: (version: string) =>
      ask(api.DELETE(`${request}/procedures/{version}`, { params: { path: { contract, id, version } } })),
    onSuccess: useAfterJob(contract, id),
  });
}

export interface NewRecord {
  version_id: string;
  step: number;
  device_id: string | null;
  result: StepResult;
  note?: string;
  done_by?: string;
  replaces?: string;
  reason?: string;
}

export function useRecordStep(contract: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRecord): Promise<StepSheet> =>
      ask(api.POST(`${request}/steps/records`, { params: { path: { contract, id } }, body })),
    onSuccess: (sheet) => client.setQueryData(sheetQuery(contract, id).queryKey, sheet),
  });
}

export function useAddPhoto(contract: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ record, file }: { record: string; file: File }) =>
      upload(base(contract, id, record), file, () => undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: ["step-sheet", contract, id] }),
  });
}
