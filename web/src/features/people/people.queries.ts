import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type { components } from "../../api/schema.gen";
import { upload } from "../../api/upload";

type Schemas = components["schemas"];
export type Roster = Schemas["Roster"];
export type RosterRules = Schemas["RosterRules"];
export type Worker = Schemas["Worker"];
export type WorkerDetail = Schemas["WorkerDetail"];
export type RosterEntry = Schemas["RosterEntry"];
export type RosterChange = Schemas["RosterChange"];
export type OrganisationChart = Schemas["OrganisationChart"];
export type Chart = Schemas["Chart"];
export type RosterImport = Schemas["RosterImport"];
export type Duty = RosterEntry["duties"][number];
export type AssignmentList = Schemas["AssignmentList"];
export type Demand = Schemas["StaffDemand"];

const path = "/api/v1/contracts/{contract}/roster" as const;
const ofRequest = "/api/v1/contracts/{contract}/work-requests/{id}/assignments" as const;

const asOfQuery = (asOf: string | undefined) => (asOf ? { as_of: asOf } : {});

export const rosterQuery = (contract: string, asOf?: string) =>
  queryOptions({
    queryKey: ["roster", contract, asOf ?? ""],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query: asOfQuery(asOf) } })),
    placeholderData: (before: Roster | undefined) => before,
  });

export const workerQuery = (contract: string, worker: string) =>
  queryOptions({
    queryKey: ["worker", contract, worker],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id: worker } } })),
  });

/** The earliest day on which something that is told on this day takes effect. */
export const noticeQuery = (contract: string, toldOn: string | undefined) =>
  queryOptions({
    queryKey: ["roster-notice", contract, toldOn ?? ""],
    queryFn: () =>
      ask(
        api.GET(`${path}/notice`, {
          params: { path: { contract }, query: toldOn ? { told_on: toldOn } : {} },
        }),
      ),
    staleTime: 60_000,
  });

export const chartQuery = (contract: string, asOf: string | undefined, language: string) =>
  queryOptions({
    queryKey: ["chart", contract, asOf ?? "", language],
    queryFn: () => {
      // What is drawn is said by the server: in the language of the screen, not of the account.
      const query = { ...asOfQuery(asOf), ...{ lang: language } };
      return ask(api.GET(`${path}/chart`, { params: { path: { contract }, query } }));
    },
  });

/** The accounts of the contractor, for tying a worker to one. */
export const colleaguesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["colleagues", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/people", { params: { path: { contract } } })),
    staleTime: 60_000,
  });

export const workerFilesQuery = (contract: string, worker: string) =>
  queryOptions({
    queryKey: ["worker-files", contract, worker],
    queryFn: () => ask(api.GET(`${path}/{id}/attachments`, { params: { path: { contract, id: worker } } })),
    retry: false,
  });

export const requestQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["request", contract, id],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/work-requests/{id}", { params: { path: { contract, id } } })),
  });

export const assignmentsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["assignments", contract, id],
    queryFn: () => ask(api.GET(ofRequest, { params: { path: { contract, id } } })),
  });

const renewed = ["roster", "worker", "chart", "worker-files", "assignments"] as const;

/** Everything about the roster is asked anew. */
function useRenew(contract: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () => Promise.all(renewed.map((key) => client.invalidateQueries({ queryKey: [key, contract] })));
}

function useRosterMutation<Input, Answer>(contract: string, mutationFn: (input: Input) => Promise<Answer>) {
  return useMutation({ mutationFn, onSuccess: useRenew(contract) });
}

/** The same for a change of one worker's row. */
function useWorkerMutation<Row, Input, Answer>(
  contract: string,
  row: Row,
  send: (opened: Row, input: Input) => Promise<Answer>,
) {
  const renew = useRenew(contract);
  return useRowMutation(row, send, { onSuccess: renew, onConflict: renew });
}

export const useAnnounceEntry = (contract: string) =>
  useRosterMutation(contract, (body: Schemas["AnnounceEntry"]) =>
    ask(api.POST(path, { params: { path: { contract } }, body })),
  );

export const useAnnounceChange = (contract: string, worker: Worker) =>
  useWorkerMutation(contract, worker, ({ id, version }, body: Schemas["AnnounceChange"]) =>
    ask(
      api.POST(`${path}/{id}/changes`, {
        params: { path: { contract, id } },
        headers: versionTag(version),
        body,
      }),
    ),
  );

/** `seen` is the version of the worker. */
export const useWithdraw = (contract: string, seen: number, { id, worker_id }: RosterChange) =>
  useWorkerMutation(contract, seen, (version, body: { reason: string }) =>
    ask(
      api.POST(`${path}/{id}/changes/{change}/withdraw`, {
        params: { path: { contract, id: worker_id, change: id } },
        headers: versionTag(version),
        body,
      }),
    ),
  );

export const useRecordTraining = (contract: string, worker: string) =>
  useRosterMutation(contract, (body: Schemas["RecordTraining"]) =>
    ask(api.POST(`${path}/{id}/trainings`, { params: { path: { contract, id: worker } }, body })),
  );

export const useRecordPledge = (contract: string, worker: Worker) =>
  useWorkerMutation(contract, worker, ({ id, version }, body: { pledged_on: string }) =>
    ask(
      api.PUT(`${path}/{id}/pledge`, {
        params: { path: { contract, id } },
        headers: versionTag(version),
        body,
      }),
    ),
  );

export const useLinkAccount = (contract: string, worker: Worker) =>
  useWorkerMutation(contract, worker, ({ id, version }, body: { person_id: string | null }) =>
    ask(
      api.PUT(`${path}/{id}/account`, {
        params: { path: { contract, id } },
        headers: versionTag(version),
        body,
      }),
    ),
  );

export type DemandAct =
  | { act: "demand"; text: string }
  | { act: "answer"; id: string; text: string }
  | { act: "close"; id: string };

export const useDemand = (contract: string, worker: string) =>
  useRosterMutation(contract, (asked: DemandAct): Promise<unknown> => {
    const place = { contract, id: worker };
    if (asked.act === "demand")
      return ask(api.POST(`${path}/{id}/demands`, { params: { path: place }, body: { reason: asked.text } }));
    const params = { path: { ...place, demand: asked.id } };
    if (asked.act === "answer")
      return ask(api.POST(`${path}/{id}/demands/{demand}/answer`, { params, body: { answer: asked.text } }));
    return ask(api.POST(`${path}/{id}/demands/{demand}/close`, { params }));
  });

const below = (contract: string, rest: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/roster${rest}`;

export const useAttachFile = (contract: string, worker: string) =>
  useRosterMutation(contract, (file: File) =>
    upload(below(contract, `/${encodeURIComponent(worker)}/attachments`), file, () => undefined),
  );

export const fileUrl = (contract: string, worker: string, file: string): string =>
  below(contract, `/${encodeURIComponent(worker)}/attachments/${encodeURIComponent(file)}`);

const withDay = (asOf: string | undefined): string => (asOf ? `?as_of=${asOf}` : "");
export const rosterFileUrl = (contract: string, asOf?: string): string =>
  below(contract, `/export${withDay(asOf)}`);
export const chartFileUrl = (contract: string, asOf: string | undefined, language: string): string =>
  below(contract, `/chart/docx?lang=${language}${asOf ? `&as_of=${asOf}` : ""}`);

export const paperFileUrl = (contract: string, paper: string, day: string): string =>
  below(contract, `/papers/${encodeURIComponent(paper)}/docx?as_of=${day}`);

export interface SendRoster {
  file: File;
  /** The plan that was looked at; without it nothing is saved. */
  seen?: string;
  skipRefused?: boolean;
}

export function useSendRoster(contract: string) {
  return useRosterMutation(
    contract,
    ({ file, seen, skipRefused }: SendRoster): Promise<RosterImport> =>
      ask(
        api.POST(`${path}/imports`, {
          params: {
            path: { contract },
            query: { name: file.name, ...(seen && { seen }), ...(skipRefused && { skip_refused: true }) },
          },
          headers: { "Content-Type": "application/octet-stream" },
          body: file as never,
          bodySerializer: (body) => body as unknown as File,
        }),
      ),
  );
}

export const useAssign = (contract: string, id: string) =>
  useRosterMutation(contract, (body: Schemas["AssignWorker"]) =>
    ask(api.POST(ofRequest, { params: { path: { contract, id } }, body })),
  );

export const useUnassign = (contract: string, id: string) =>
  useRosterMutation(contract, (assignment: string) =>
    ask(api.DELETE(`${ofRequest}/{assignment}`, { params: { path: { contract, id, assignment } } })),
  );
