import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import type { BulkChange, ColumnChoice, ImportChoices, RegisterImport, SavedRegister } from "../../api/types";
import { upload } from "../../api/upload";

const path = "/api/v1/contracts/{contract}/register" as const;

export const unitImportQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["register-import", contract, id],
    queryFn: () => ask(api.GET(`${path}/imports/{import}`, { params: { path: { contract, import: id } } })),
    // What was looked at must not change under the eyes; the server checks again on saving.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** More of the units that a list leaves out, behind a cursor of what was looked at. */
export const moreLeftOut = (contract: string, id: string, cursor: string) =>
  ask(
    api.GET(`${path}/imports/{import}/left-out`, {
      params: { path: { contract, import: id }, query: { cursor, limit: 200 } },
    }),
  );

export const sendList = (
  contract: string,
  file: File,
  query: { on: string; cause: string },
  onProgress: (part: number) => void,
): Promise<RegisterImport> =>
  upload(`/api/v1/contracts/${encodeURIComponent(contract)}/register/imports`, file, onProgress, { query });

export const choose = (contract: string, id: string, body: ImportChoices): Promise<RegisterImport> =>
  ask(api.PUT(`${path}/imports/{import}/choices`, { params: { path: { contract, import: id } }, body }));

export const saveList = (
  contract: string,
  id: string,
  body: { preview: string; skip_refused: boolean; reason: string },
): Promise<SavedRegister> =>
  ask(api.POST(`${path}/imports/{import}/save`, { params: { path: { contract, import: id } }, body }));

export const mappingsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "column-mappings"],
    queryFn: () => ask(api.GET(`${path}/column-mappings`, { params: { path: { contract } } })),
  });

export const rememberColumns = (contract: string, name: string, columns: ColumnChoice[]) =>
  ask(api.POST(`${path}/column-mappings`, { params: { path: { contract } }, body: { name, columns } }));

export const aliasesQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "site-aliases"],
    queryFn: () => ask(api.GET(`${path}/site-aliases`, { params: { path: { contract } } })),
  });

export const rememberSite = (contract: string, alias: string, site: string) =>
  ask(api.POST(`${path}/site-aliases`, { params: { path: { contract } }, body: { alias, site_id: site } }));

export const forgetAlias = (contract: string, alias: string, reason: string) =>
  ask(api.POST(`${path}/site-aliases/removal`, { params: { path: { contract } }, body: { alias, reason } }));

export const actsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["register", contract, "acts"],
    queryFn: () => ask(api.GET(`${path}/acts`, { params: { path: { contract } } })),
  });

export const undoAct = (contract: string, act: string, reason: string) =>
  ask(api.POST(`${path}/acts/{act}/undo`, { params: { path: { contract, act } }, body: { reason } }));

export const previewBulk = (contract: string, body: BulkChange): Promise<RegisterImport> =>
  ask(api.POST(`${path}/bulk/preview`, { params: { path: { contract } }, body }));

export const saveBulk = (
  contract: string,
  body: { change: BulkChange; preview: string; reason: string; skip_refused: boolean },
): Promise<SavedRegister> => ask(api.POST(`${path}/bulk`, { params: { path: { contract } }, body }));

/** After many units changed: the register and everything that is made of it. */
export const refreshUnits = (client: QueryClient, contract: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: ["register", contract] }),
    client.invalidateQueries({ queryKey: ["register-events", contract] }),
  ]);
