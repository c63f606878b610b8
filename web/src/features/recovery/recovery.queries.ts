import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  ApplyRecoveryEdition,
  PlanRecoveryEdition,
  RecordRecoveryStep,
  RecoveryEdition,
  SettleRecoveryPaper,
} from "../../api/types";

const path = "/api/v1/contracts/{contract}/recovery" as const;
const one = `${path}/editions/{id}` as const;
const row = (contract: string, id: string) => ({ path: { contract, id } });
const versioned = (contract: string, { id, version }: RecoveryEdition) => ({
  ...row(contract, id),
  header: versionTag(version),
});

/** The editions behind those of the overview, page by page. */
export const moreEditionsQuery = (contract: string, from: string) =>
  infiniteQueryOptions({
    queryKey: ["recovery", contract, "editions", from],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(`${path}/editions`, {
          params: { path: { contract }, query: { cursor: pageParam, limit: 100 } },
        }),
      ),
    initialPageParam: from,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });

export const editionQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["recovery", contract, id],
    queryFn: () => ask(api.GET(one, { params: row(contract, id) })),
  });

export const editionEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["recovery", contract, id, "events"],
    queryFn: () => ask(api.GET(`${one}/events`, { params: row(contract, id) })),
  });

export const planEdition = (contract: string, body: PlanRecoveryEdition) =>
  ask(api.POST(`${path}/editions`, { params: { path: { contract } }, body }));

export const recordStep = (contract: string, edition: RecoveryEdition, body: RecordRecoveryStep) =>
  ask(api.POST(`${one}/steps`, { params: versioned(contract, edition), body }));

export const acceptEdition = (contract: string, edition: RecoveryEdition, note: string) =>
  ask(api.POST(`${one}/accept`, { params: versioned(contract, edition), body: { note } }));

export const sendEditionBack = (contract: string, edition: RecoveryEdition, note: string) =>
  ask(api.POST(`${one}/send-back`, { params: versioned(contract, edition), body: { note } }));

export const settlePaper = (
  contract: string,
  edition: RecoveryEdition,
  paper: string,
  body: SettleRecoveryPaper,
) =>
  ask(
    api.PUT(`${one}/papers/{paper}`, {
      params: { path: { contract, id: edition.id, paper }, header: versionTag(edition.version) },
      body,
    }),
  );

export const applyEdition = (contract: string, id: string, body: ApplyRecoveryEdition) =>
  ask(api.POST(`${one}/applications`, { params: row(contract, id), body }));

export const writeMedium = (contract: string, id: string, medium_id: string, person: string) =>
  ask(api.POST(`${one}/media`, { params: row(contract, id), body: { medium_id, person } }));

export const nameMaster = (
  contract: string,
  seen: number,
  body: { family: string; model: string; device_id: string; note: string },
) => ask(api.PUT(`${path}/master`, { params: { path: { contract }, header: versionTag(seen) }, body }));

export const checklistUrl = (contract: string, id: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/recovery/editions/${encodeURIComponent(id)}/export`;
export const checklistDocumentUrl = (contract: string, id: string): string =>
  `${checklistUrl(contract, id)}/docx`;

/** Media of the register to which an edition can be written. */
export const recoveryMediaQuery = (contract: string) =>
  queryOptions({
    queryKey: ["media", contract, "recovery"],
    queryFn: async () => {
      const answer = await ask(
        api.GET("/api/v1/contracts/{contract}/media", {
          params: { path: { contract }, query: { limit: 200 } },
        }),
      );
      return answer.items.filter(
        ({ recovery, state }) => recovery && (state === "stored" || state === "out"),
      );
    },
  });

export const unitsFoundQuery = (contract: string, words: string) =>
  queryOptions({
    queryKey: ["recovery", contract, "units", words],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/register", {
          params: { path: { contract }, query: { q: words, limit: 20 } },
        }),
      ),
    enabled: words.trim() !== "",
  });

/** Jobs that can tell of an update. */
export const openJobsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["requests", contract, "open for recovery"],
    queryFn: () =>
      ask(
        api.GET("/api/v1/contracts/{contract}/work-requests", {
          params: {
            path: { contract },
            query: { status: ["requested", "in_progress", "confirming"], sort: "-number", limit: 200 },
          },
        }),
      ),
  });
