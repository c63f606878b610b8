import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  Desk,
  DeskCall,
  OnCallShift,
  Vendor,
  WriteDeskCall,
  WriteOnCallPattern,
  WriteOnCallShift,
  WriteVendor,
} from "../../api/types";

const contracts = "/api/v1/contracts/{contract}" as const;
const desks = `${contracts}/desks` as const;
const calls = `${contracts}/desk-calls` as const;
const onCall = `${contracts}/on-call` as const;

const of = (contract: string) => ({ path: { contract } });
const one = (contract: string, { id, version }: { id: string; version: number }) => ({
  path: { contract, id },
  header: versionTag(version),
});

export interface CallSearch {
  desk?: string;
  device?: string;
  incident?: string;
  q?: string;
  /** Only those that are not closed. */
  open?: true;
}

export const directoryQuery = (contract: string, device?: string) =>
  queryOptions({
    queryKey: ["desk", contract, "directory", device ?? ""],
    queryFn: () =>
      ask(api.GET(desks, { params: { ...of(contract), query: device === undefined ? {} : { device } } })),
  });

export const callsQuery = (contract: string, search: CallSearch) =>
  infiniteQueryOptions({
    queryKey: ["desk", contract, "calls", search],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET(calls, {
          params: { ...of(contract), query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });

export const callQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["desk", contract, "call", id],
    queryFn: () => ask(api.GET(`${calls}/{id}`, { params: { path: { contract, id } } })),
  });

export const callEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["desk", contract, "events", id],
    queryFn: () => ask(api.GET(`${calls}/{id}/events`, { params: { path: { contract, id } } })),
  });

/** Units that somebody may mean, by words. */
export const unitsQuery = (contract: string, words: string) =>
  queryOptions({
    queryKey: ["desk", contract, "units", words],
    queryFn: () =>
      ask(api.GET(`${contracts}/register`, { params: { ...of(contract), query: { q: words, limit: 20 } } })),
    enabled: words.trim() !== "",
  });

export const planQuery = (contract: string, from?: string) =>
  queryOptions({
    queryKey: ["desk", contract, "plan", from ?? ""],
    queryFn: () => ask(api.GET(onCall, { params: { ...of(contract), query: from ? { from } : {} } })),
    refetchInterval: 60_000,
  });

export const refreshDesks = (client: QueryClient, contract: string) =>
  client.invalidateQueries({ queryKey: ["desk", contract] });

export const markDesk = (
  contract: string,
  { id, version }: Desk,
  body: { maintained: boolean; note: string },
) =>
  ask(
    api.PUT(`${desks}/{desk}/mark`, {
      params: { path: { contract, desk: id }, header: versionTag(version) },
      body,
    }),
  );

export const addDaysOff = (contract: string, desk: string, body: { days: string[]; reason: string }) =>
  ask(api.POST(`${desks}/{desk}/days-off`, { params: { path: { contract, desk } }, body }));

export const removeDayOff = (contract: string, desk: string, day: string) =>
  ask(api.DELETE(`${desks}/{desk}/days-off/{day}`, { params: { path: { contract, desk, day } } }));

export const enterVendor = (contract: string, body: WriteVendor) =>
  ask(api.POST(`${contracts}/vendors`, { params: of(contract), body }));

export const changeVendor = (contract: string, { id, version }: Vendor, body: WriteVendor) =>
  ask(api.PUT(`${contracts}/vendors/{id}`, { params: one(contract, { id: id ?? "", version }), body }));

export const makeCall = (contract: string, body: WriteDeskCall) =>
  ask(api.POST(calls, { params: of(contract), body }));

export const changeCall = (contract: string, call: DeskCall, body: WriteDeskCall) =>
  ask(api.PUT(`${calls}/{id}`, { params: one(contract, call), body }));

export const turnCall = (contract: string, call: DeskCall) =>
  ask(
    call.closed
      ? api.POST(`${calls}/{id}/reopen`, { params: one(contract, call) })
      : api.POST(`${calls}/{id}/close`, { params: one(contract, call) }),
  );

export const planShift = (contract: string, body: WriteOnCallShift) =>
  ask(api.POST(`${onCall}/shifts`, { params: of(contract), body }));

export const changeShift = (contract: string, shift: OnCallShift, body: WriteOnCallShift) =>
  ask(api.PUT(`${onCall}/shifts/{id}`, { params: one(contract, shift), body }));

export const removeShift = (contract: string, shift: OnCallShift, reason: string) =>
  ask(api.POST(`${onCall}/shifts/{id}/removal`, { params: one(contract, shift), body: { reason } }));

export const sendPattern = (contract: string, body: WriteOnCallPattern) =>
  ask(api.POST(`${onCall}/pattern`, { params: of(contract), body }));

export const sendList = (contract: string, body: { text: string; save: boolean }) =>
  ask(api.POST(`${onCall}/list`, { params: of(contract), body }));
