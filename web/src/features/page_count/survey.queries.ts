import { queryOptions } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import type { PageFileReadings, PageSurvey, WritePageReading, WritePageSurvey } from "../../api/types";
import { upload } from "../../api/upload";

const path = "/api/v1/contracts/{contract}/page-surveys" as const;
const one = `${path}/{id}` as const;
const row = (contract: string, id: string) => ({ path: { contract, id } });

export const surveysQuery = (contract: string) =>
  queryOptions({
    queryKey: ["page-surveys", contract],
    queryFn: () => ask(api.GET(path, { params: { path: { contract } } })),
  });

export const surveyQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["page-surveys", contract, id],
    queryFn: () => ask(api.GET(one, { params: row(contract, id) })),
  });

/** Every unit of a survey with its counters; a contract has some hundreds. */
export const surveyedUnitsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["page-surveys", contract, id, "units"],
    queryFn: () => ask(api.GET(`${one}/units`, { params: row(contract, id) })),
  });

export const surveyEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["page-surveys", contract, id, "events"],
    queryFn: () => ask(api.GET(`${one}/events`, { params: row(contract, id) })),
  });

export const planSurvey = (contract: string, body: WritePageSurvey) =>
  ask(api.POST(path, { params: { path: { contract } }, body }));

const versioned = (contract: string, { id, version }: PageSurvey) => ({
  ...row(contract, id),
  header: versionTag(version),
});

export const changeSurvey = (contract: string, survey: PageSurvey, body: WritePageSurvey) =>
  ask(api.PATCH(one, { params: versioned(contract, survey), body }));

export const submitSurvey = (contract: string, survey: PageSurvey, on: string) =>
  ask(api.POST(`${one}/submit`, { params: versioned(contract, survey), body: { on } }));

export const reopenSurvey = (contract: string, survey: PageSurvey, reason: string) =>
  ask(api.POST(`${one}/reopen`, { params: versioned(contract, survey), body: { reason } }));

export const enterReadings = (contract: string, id: string, readings: WritePageReading[]) =>
  ask(api.POST(`${one}/readings`, { params: row(contract, id), body: { readings } }));

const addressOf = (contract: string, id: string): string =>
  `/api/v1/contracts/${encodeURIComponent(contract)}/page-surveys/${encodeURIComponent(id)}`;

export const readSheet = (contract: string, id: string, file: File, onProgress: (part: number) => void) =>
  upload<PageFileReadings>(`${addressOf(contract, id)}/reading-file`, file, onProgress);

/** The sheet to be filled in, and later the result, as an Excel file. */
export const sheetUrl = (contract: string, id: string, site: string | undefined): string =>
  `${addressOf(contract, id)}/export${site ? `?${new URLSearchParams({ site })}` : ""}`;
