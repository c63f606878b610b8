import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { components } from "../../api/schema.gen";
import type { HolidayComparison, Person } from "../../api/types";

type Schemas = components["schemas"];

export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => ask(api.GET("/api/v1/people")),
});

export const membersQuery = (contract: string) =>
  queryOptions({
    queryKey: ["members", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/members", { params: { path: { contract } } })),
    enabled: contract !== "",
  });

export const tokensQuery = (contract: string) =>
  queryOptions({
    queryKey: ["tokens", contract],
    queryFn: () => ask(api.GET("/api/v1/contracts/{contract}/tokens", { params: { path: { contract } } })),
    enabled: contract !== "",
  });

export const holidaysQuery = queryOptions({
  queryKey: ["holidays"],
  queryFn: () => ask(api.GET("/api/v1/holidays")),
});

/** After a change the lists that tell of it are read again, also when somebody else was first. */
function useRefreshing<Input, Output>(key: readonly string[], act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export const useAddPerson = () =>
  useRefreshing(["people"], (body: Schemas["CreatePerson"]) => ask(api.POST("/api/v1/people", { body })));

export const useEditPerson = () =>
  useRefreshing(["people"], ({ person, body }: { person: Person; body: Schemas["EditPerson"] }) =>
    ask(
      api.PATCH("/api/v1/people/{person}", {
        params: { path: { person: person.id }, header: versionTag(person.version) },
        body,
      }),
    ),
  );

export const useMakeLink = () =>
  useRefreshing(["people"], (person: string) =>
    ask(api.POST("/api/v1/people/{person}/link", { params: { path: { person } } })),
  );

export const useAddMember = (contract: string) =>
  useRefreshing(["members", contract], (body: Schemas["CreateMember"]) =>
    ask(api.POST("/api/v1/contracts/{contract}/members", { params: { path: { contract } }, body })),
  );

export const useEndMember = (contract: string) =>
  useRefreshing(["members", contract], (member: string) =>
    ask(
      api.DELETE("/api/v1/contracts/{contract}/members/{member}", { params: { path: { contract, member } } }),
    ),
  );

export const useMakeToken = (contract: string) =>
  useRefreshing(["tokens", contract], (body: Schemas["CreateToken"]) =>
    ask(api.POST("/api/v1/contracts/{contract}/tokens", { params: { path: { contract } }, body })),
  );

export const useRevokeToken = (contract: string) =>
  useRefreshing(["tokens", contract], (token: string) =>
    ask(api.DELETE("/api/v1/contracts/{contract}/tokens/{token}", { params: { path: { contract, token } } })),
  );

/** Without a version the file is only compared; with the version that was compared it replaces the list. */
export const useSendHolidays = () =>
  useRefreshing(
    ["holidays"],
    ({ file, over }: { file: File; over?: number }): Promise<HolidayComparison> =>
      ask(
        api.POST("/api/v1/holidays", {
          params: { query: over === undefined ? {} : { save_over: over } },
          headers: { "Content-Type": "application/octet-stream" },
          body: file as never,
          bodySerializer: (body) => body as unknown as File,
        }),
      ),
  );
