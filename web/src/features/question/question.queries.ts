import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask, versionTag } from "../../api/client";
import { useRowMutation } from "../../api/row-mutation";
import type { NewQuestion, Question, QuestionDetail, QuestionFilters } from "../../api/types";
import { pageRows, useWholeList } from "../../api/whole-list";

const path = "/api/v1/contracts/{contract}/questions" as const;

/** The first words of the keys of what an act on a question may change. */
export const stale = [
  "questions",
  "question",
  "question-events",
  "approvals",
  "gates",
  "today",
  "attachments",
] as const;

export function useQuestionList(contract: string, filters: QuestionFilters) {
  return useWholeList<Question>(["questions", contract, filters], (cursor) =>
    ask(
      api.GET(path, {
        params: {
          path: { contract },
          query: { ...filters, limit: pageRows, ...(cursor ? { cursor } : { total: true }) },
        },
      }),
    ),
  );
}

export const questionQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["question", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}`, { params: { path: { contract, id } } })),
  });

export const questionEventsQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ["question-events", contract, id],
    queryFn: () => ask(api.GET(`${path}/{id}/events`, { params: { path: { contract, id } } })),
  });

/** What one can ask about besides the contract: the requests that are not done, the newest first. */
export const askableRequests = (contract: string) =>
  queryOptions({
    queryKey: ["requests", contract, "askable"],
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

export function useAsk(contract: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewQuestion) => ask(api.POST(path, { params: { path: { contract } }, body })),
    onSuccess: () => {
      for (const key of stale) void client.invalidateQueries({ queryKey: [key, contract] });
    },
  });
}

export type QuestionAct =
  | { act: "ask"; body: { text: string } }
  | { act: "answer"; body: { text: string; change: string } }
  | { act: "accept" }
  | { act: "withdraw"; body: { reason: string } }
  | { act: "comment"; body: { text: string } }
  | { act: "record_oral"; body: { text: string; at: string; with: string; minor: boolean } };

function send(contract: string, { id, version }: Question, act: QuestionAct): Promise<QuestionDetail> {
  const params = { path: { contract, id }, header: versionTag(version) };
  switch (act.act) {
    case "ask":
      return ask(api.POST(`${path}/{id}/ask`, { params, body: act.body }));
    case "answer":
      return ask(api.POST(`${path}/{id}/answer`, { params, body: act.body }));
    case "accept":
      return ask(api.POST(`${path}/{id}/accept`, { params, body: {} }));
    case "withdraw":
      return ask(api.POST(`${path}/{id}/withdraw`, { params, body: act.body }));
    case "comment":
      return ask(api.POST(`${path}/{id}/comments`, { params, body: act.body }));
    case "record_oral":
      return ask(api.POST(`${path}/{id}/oral`, { params, body: act.body }));
  }
}

/** Everything that moves a question along; refuses by 412 when somebody else was first. */
export function useQuestionAct(contract: string, question: Question, written: boolean) {
  const client = useQueryClient();
  const { queryKey } = questionQuery(contract, question.id);
  return useRowMutation(question, (opened, act: QuestionAct) => send(contract, opened, act), {
    written,
    onConflict: () => client.refetchQueries({ queryKey }),
    onSuccess: (changed) => {
      client.setQueryData(queryKey, changed);
      for (const key of stale)
        if (key !== "question") void client.invalidateQueries({ queryKey: [key, contract] });
    },
  });
}

export function exportUrl(contract: string, filters: QuestionFilters): string {
  const query = new URLSearchParams(filters as Record<string, string>);
  return `/api/v1/contracts/${encodeURIComponent(contract)}/questions/export?${query}`;
}
