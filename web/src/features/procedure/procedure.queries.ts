import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type { Procedure, ProcedureKind, ProcedureStep } from "../../api/types";
import { upload } from "../../api/upload";

const all = "/api/v1/contracts/{contract}/procedures" as const;
const one = `${all}/{procedure}` as const;
const version = `${one}/versions/{version}` as const;

export interface LibraryFilters {
  q?: string;
  kind?: ProcedureKind;
  device_class?: string;
  retired?: boolean;
}

export const libraryQuery = (contract: string, filters: LibraryFilters) =>
  infiniteQueryOptions({
    queryKey: ["procedures", contract, filters],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(all, {
          params: {
            path: { contract },
            query: { ...filters, limit: 100, ...(pageParam && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });

/** The device classes of the contract, which come with every page of the library. */
export const classesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["procedure-classes", contract],
    queryFn: async () =>
      (await ask(api.GET(all, { params: { path: { contract }, query: { limit: 1 } } }))).classes,
    staleTime: 5 * 60_000,
  });

export const procedureQuery = (contract: string, procedure: string) =>
  queryOptions({
    queryKey: ["procedure", contract, procedure],
    queryFn: () => ask(api.GET(one, { params: { path: { contract, procedure } } })),
  });

export interface ComparisonChoice {
  against?: string;
  extent: "differences" | "whole";
}

export const comparisonQuery = (
  contract: string,
  procedure: string,
  versionId: string,
  query: ComparisonChoice,
) =>
  queryOptions({
    queryKey: ["procedure-comparison", contract, procedure, versionId, query],
    queryFn: () =>
      ask(
        api.GET(`${version}/comparison`, {
          params: { path: { contract, procedure, version: versionId }, query },
        }),
      ),
  });

/** What every change of a procedure does afterwards. */
function useAccept(contract: string) {
  const client = useQueryClient();
  return (changed: Procedure) => {
    client.setQueryData(procedureQuery(contract, changed.id).queryKey, changed);
    void client.invalidateQueries({ queryKey: ["procedures", contract] });
    void client.invalidateQueries({ queryKey: ["procedure-comparison", contract, changed.id] });
  };
}

export interface NewProcedure {
  kind: ProcedureKind;
  title: string;
  issuer: string;
  edition: string;
  device_classes: string[];
}

export function useRegister(contract: string) {
  const accept = useAccept(contract);
  return useMutation({
    mutationFn: (body: NewProcedure) => ask(api.POST(all, { params: { path: { contract } }, body })),
    onSuccess: accept,
  });
}

/** A change of the procedure that stands on the screen; 412 when somebody else was first. */
function useChange<Input>(
  contract: string,
  procedure: Procedure,
  send: (opened: Procedure, input: Input) => Promise<Procedure>,
) {
  const client = useQueryClient();
  const { queryKey } = procedureQuery(contract, procedure.id);
  return useRowMutation(procedure, send, {
    onSuccess: useAccept(contract),
    onConflict: () => client.invalidateQueries({ queryKey }),
  });
}

interface EditProcedure {
  title?: string;
  issuer?: string;
  device_classes?: string[];
  retired?: boolean;
}

export const useEditProcedure = (contract: string, procedure: Procedure) =>
  useChange(contract, procedure, ({ id, version: seen }, body: EditProcedure) =>
    ask(api.PATCH(one, { params: { path: { contract, procedure: id }, header: versionTag(seen) }, body })),
  );

export const useAddVersion = (contract: string, procedure: Procedure) =>
  useChange(contract, procedure, ({ id, version: seen }, body: { note: string; edition: string }) =>
    ask(
      api.POST(`${one}/versions`, {
        params: { path: { contract, procedure: id }, header: versionTag(seen) },
        body,
      }),
    ),
  );

const newestOf = ({ versions }: Procedure) => {
  const [newest] = versions;
  if (!newest) throw new Error("a procedure has at least one version");
  return newest;
};

export const useWriteSteps = (contract: string, procedure: Procedure) =>
  useChange(contract, procedure, (opened, steps: Omit<ProcedureStep, "number">[]) => {
    const newest = newestOf(opened);
    return ask(
      api.PUT(`${version}/steps`, {
        params: {
          path: { contract, procedure: opened.id, version: newest.id },
          header: versionTag(newest.version),
        },
        body: { steps },
      }),
    );
  });

export const fileUrl = (contract: string, procedure: string, versionId: string, file = ""): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/procedures/${encodeURIComponent(procedure)}/versions/${encodeURIComponent(versionId)}/files${file && `/${encodeURIComponent(file)}`}`;

export function useAddFile(contract: string, procedure: Procedure, onProgress: (part: number) => void) {
  const accept = useAccept(contract);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      // Several files go one after the other: each answer brings the version that the next one names.
      const seen = client.getQueryData(procedureQuery(contract, procedure.id).queryKey) ?? procedure;
      const newest = newestOf(seen);
      return upload<Procedure>(fileUrl(contract, procedure.id, newest.id), file, onProgress, {
        headers: versionTag(newest.version),
      });
    },
    onSuccess: accept,
  });
}

export function useRemoveFile(contract: string, procedure: Procedure) {
  const accept = useAccept(contract);
  const newest = newestOf(procedure);
  return useMutation({
    mutationFn: (file: string) =>
      ask(
        api.DELETE(`${version}/files/{file}`, {
          params: {
            path: { contract, procedure: procedure.id, version: newest.id, file },
            header: versionTag(newest.version),
          },
        }),
      ),
    onSuccess: accept,
  });
}
