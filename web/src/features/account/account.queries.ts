import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "../../api/client";
import { acceptSession, sessionQuery } from "../../api/session";
import type { Session } from "../../api/types";

export const setupQuery = (token: string) =>
  queryOptions({
    queryKey: ["setup", token],
    queryFn: () => ask(api.GET("/api/v1/setup", { params: { query: { token } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

function useStartSession() {
  const client = useQueryClient();
  return (session: Session) => {
    client.clear();
    client.setQueryData(sessionQuery.queryKey, acceptSession(session));
  };
}

export function useSignIn() {
  const start = useStartSession();
  return useMutation({
    mutationFn: (body: { login: string; password: string }) => ask(api.POST("/api/v1/session", { body })),
    onSuccess: start,
  });
}

export function useCompleteSetup() {
  const start = useStartSession();
  return useMutation({
    mutationFn: (body: { token: string; login: string; name: string; password: string }) =>
      ask(api.POST("/api/v1/setup", { body })),
    onSuccess: start,
  });
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: { current: string; next: string }) =>
      ask(api.POST("/api/v1/session/password", { body })),
  });

export function useChangeMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { mail: string }) => ask(api.PUT("/api/v1/session/mail", { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}

const feedPath = "/api/v1/contracts/{contract}/calendar-feed" as const;

export const feedQuery = (contract: string) =>
  queryOptions({
    queryKey: ["calendar-feed", contract],
    queryFn: () => ask(api.GET(feedPath, { params: { path: { contract } } })),
  });

/** Makes one's address anew; the answer is the only time it is told. */
export function useMakeFeed(contract: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST(feedPath, { params: { path: { contract } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["calendar-feed", contract] }),
  });
}

export function useRevokeFeed(contract: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.DELETE(feedPath, { params: { path: { contract } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ["calendar-feed", contract] }),
  });
}
