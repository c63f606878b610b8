import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type {
  AddControlledRoom,
  ControlledRoom,
  Drill,
  DrillKind,
  EntryRecord,
  WriteDrill,
  WriteEntryRecord,
} from "../../api/types";
import { askedOf, type PremisesSearch } from "./premises.search";

const rooms = "/api/v1/contracts/{contract}/controlled-rooms" as const;
const records = "/api/v1/contracts/{contract}/entry-records" as const;
const drills = "/api/v1/contracts/{contract}/drills" as const;

export const drillKinds = ["disaster", "evacuation", "security", "other"] as const;
/** Rows of one call; more follow when somebody asks for them. */
const pageRows = 100;
/** Records that are confirmed at once. */
export const mostConfirmed = 200;

const pages = <Row>(
  queryKey: readonly unknown[],
  load: (cursor: { cursor?: string }) => Promise<{ items: Row[]; next_cursor?: string | null }>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam ? { cursor: pageParam } : {}),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
  });

export const roomsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["premises", contract, "rooms"],
    queryFn: () => ask(api.GET(rooms, { params: { path: { contract } } })),
  });

export const insideQuery = (contract: string, search: PremisesSearch) => {
  const { from: _from, until: _until, ...asked } = askedOf(search);
  return queryOptions({
    queryKey: ["premises", contract, "inside", asked],
    queryFn: () =>
      ask(
        api.GET(records, {
          params: { path: { contract }, query: { ...asked, shown: "inside", limit: 200 } },
        }),
      ),
  });
};

export const pastQuery = (contract: string, search: PremisesSearch) => {
  const asked = askedOf(search);
  return pages<EntryRecord>(["premises", contract, "past", asked], (cursor) =>
    ask(
      api.GET(records, {
        params: { path: { contract }, query: { ...asked, ...cursor, shown: "past", limit: pageRows } },
      }),
    ),
  );
};

export const recordQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["premises", contract, "record", id],
    queryFn: () => ask(api.GET(`${records}/{id}`, { params: { path: { contract, id } } })),
  });

const kindOf = ({ kind }: PremisesSearch): { kind?: DrillKind } => {
  const known = drillKinds.find((each) => each === kind);
  return known ? { kind: known } : {};
};

const drillsAsked = (search: PremisesSearch) => {
  const { room: _room, ...asked } = askedOf(search);
  return { ...asked, ...kindOf(search) };
};

export const drillsQuery = (contract: string, search: PremisesSearch) => {
  const asked = drillsAsked(search);
  return pages<Drill>(["premises", contract, "drills", asked], (cursor) =>
    ask(api.GET(drills, { params: { path: { contract }, query: { ...asked, ...cursor, limit: pageRows } } })),
  );
};

const exportUrl = (contract: string, part: string, asked: Record<string, string>): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/${part}/export?${new URLSearchParams(asked)}`;

export const recordsExport = (contract: string, search: PremisesSearch): string =>
  exportUrl(contract, "entry-records", askedOf(search));
export const drillsExport = (contract: string, search: PremisesSearch): string =>
  exportUrl(contract, "drills", drillsAsked(search));

export const refreshPremises = (client: QueryClient, contract: string) =>
  client.invalidateQueries({ queryKey: ["premises", contract] });

const one = (contract: string, { id, version }: { id: string; version: number }) => ({
  path: { contract, id },
  header: versionTag(version),
});

export const addRoom = (contract: string, body: AddControlledRoom) =>
  ask(api.POST(rooms, { params: { path: { contract } }, body }));

export const changeRoom = (
  contract: string,
  room: ControlledRoom,
  body: { name: string; floor: string; procedure: string; reason: string },
) => ask(api.PATCH(`${rooms}/{id}`, { params: one(contract, room), body }));

export const closeRoom = (contract: string, room: ControlledRoom, body: { on: string; reason: string }) =>
  ask(api.POST(`${rooms}/{id}/close`, { params: one(contract, room), body }));

export const reopenRoom = (contract: string, room: ControlledRoom, reason: string) =>
  ask(api.POST(`${rooms}/{id}/reopen`, { params: one(contract, room), body: { reason } }));

export const enterRoom = (contract: string, body: WriteEntryRecord) =>
  ask(api.POST(records, { params: { path: { contract } }, body }));

export const leaveRoom = (contract: string, record: EntryRecord, out_at: string) =>
  ask(api.POST(`${records}/{id}/exit`, { params: one(contract, record), body: { out_at } }));

export const correctRecord = (
  contract: string,
  record: EntryRecord,
  body: { record: WriteEntryRecord; reason: string },
) => ask(api.POST(`${records}/{id}/correction`, { params: one(contract, record), body }));

export const withdrawRecord = (contract: string, record: EntryRecord, reason: string) =>
  ask(api.POST(`${records}/{id}/withdrawal`, { params: one(contract, record), body: { reason } }));

export const confirmRecords = (contract: string, seen: readonly EntryRecord[]) =>
  ask(
    api.POST(`${records}/confirmations`, {
      params: { path: { contract } },
      body: { items: seen.map(({ id, version }) => ({ id, version })) },
    }),
  );

export const recordDrill = (contract: string, body: WriteDrill) =>
  ask(api.POST(drills, { params: { path: { contract } }, body }));

export const correctDrill = (contract: string, drill: Drill, body: { drill: WriteDrill; reason: string }) =>
  ask(api.POST(`${drills}/{id}/correction`, { params: one(contract, drill), body }));

export const confirmDrill = (contract: string, drill: Drill) =>
  ask(api.POST(`${drills}/{id}/confirmation`, { params: one(contract, drill) }));

/** The people of the roster, for whoever may see it. */
export const rosterQuery = (contract: string) =>
  queryOptions({
    queryKey: ["roster", contract, ""],
    queryFn: () =>
      ask(api.GET("/api/v1/contracts/{contract}/roster", { params: { path: { contract }, query: {} } })),
  });

export const openRequestsQuery = (contract: string) =>
  queryOptions({
    queryKey: ["requests", contract, "open for premises"],
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
