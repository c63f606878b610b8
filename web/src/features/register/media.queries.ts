import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { CheckedFile, Medium, MediumCheck, RegisterMedium } from "../../api/types";
import { upload } from "../../api/upload";
import { addressOf, pageRows, pagesQuery } from "./register.queries";
import { known, type RegisterSearch } from "./register.search";

const path = "/api/v1/contracts/{contract}/media" as const;

export const mediumStates = ["stored", "out", "lost", "damaged", "disposed"] as const;

export const mediaQuery = (contract: string, { q, state }: RegisterSearch) =>
  pagesQuery<Medium>(["media", contract, q, state], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: {
            limit: pageRows,
            ...(q && { q }),
            ...(known(state, mediumStates) && { state: known(state, mediumStates) }),
            ...(cursor && { cursor }),
          },
        },
      }),
    ),
  );

/** Media by words, to choose one. */
export const mediaFoundQuery = (contract: string, words: string) =>
  queryOptions({
    queryKey: ["media", contract, "found", words],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query: { q: words, limit: 20 } } })),
    enabled: words.trim() !== "",
  });

/** Whether the contract asks for a check before each use; the first page of the register says so. */
export const checkRequiredQuery = (contract: string) =>
  queryOptions({
    queryKey: ["media", contract, "rule"],
    queryFn: () => ask(api.GET(path, { params: { path: { contract }, query: { limit: 1 } } })),
    select: ({ check_required }) => check_required,
  });

export const mediumQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register", contract, "media", id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const checkedFilesQuery = (contract: string, id: string, check: string) =>
  queryOptions({
    queryKey: ["register-scan", contract, id, check],
    queryFn: () =>
      ask(api.GET(`${path}/{id}/checks/{check}/files`, { params: { path: { contract, id, check } } })),
  });

/** Jobs for which a medium can be planned. */
export const openRequestsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["requests", contract, "open for media"],
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

export const registerMedium = (contract: string, body: RegisterMedium) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

export const correctMedium = (contract: string, { id, version }: Medium, body: RegisterMedium) =>
  ask(
    api.PATCH(`${path}/{id}`, {
      params: { path: { contract, id }, header: versionTag(version) },
      body,
    }),
  );

export const moveMedium = (
  contract: string,
  { id, version }: Medium,
  body: { move: Medium["moves"][number]; at: string; person: string; place: string; note: string },
) =>
  ask(
    api.POST(`${path}/{id}/movements`, {
      params: { path: { contract, id }, header: versionTag(version) },
      body,
    }),
  );

export const recordCheck = (
  contract: string,
  id: string,
  body: {
    checked_at: string;
    checked_by: string;
    tool: string;
    definitions_on: string;
    verdict: "clean" | "infected";
    note: string;
  },
) => ask(api.POST(`${path}/{id}/manual-checks`, { params: { path: { contract, id } }, body }));

export const planUse = (
  contract: string,
  id: string,
  body: { request_id: string; planned_at: string; purpose: string },
) => ask(api.POST(`${path}/{id}/uses`, { params: { path: { contract, id } }, body }));

export const recordUse = (
  contract: string,
  id: string,
  use: string,
  body: { used_at: string; used_by: string },
) => ask(api.POST(`${path}/{id}/uses/{use}/record`, { params: { path: { contract, id, use } }, body }));

export const cancelUse = (contract: string, id: string, use: string) =>
  ask(api.POST(`${path}/{id}/uses/{use}/cancel`, { params: { path: { contract, id, use } } }));

export const startScan = (contract: string, id: string): Promise<MediumCheck> =>
  ask(api.POST(`${path}/{id}/checks`, { params: { path: { contract, id } } }));

export const scanFile = (
  contract: string,
  id: string,
  check: string,
  file: File,
  signal: AbortSignal,
): Promise<CheckedFile> =>
  upload<CheckedFile>(
    `${addressOf(contract, "media", id)}/checks/${encodeURIComponent(check)}/files`,
    file,
    () => undefined,
    { signal },
  );

export const finishScan = (contract: string, id: string, check: string) =>
  ask(api.POST(`${path}/{id}/checks/{check}/finish`, { params: { path: { contract, id, check } } }));
