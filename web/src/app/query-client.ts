import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../api/problem";
import { sessionQuery } from "../api/session";

function leaveWhenSignedOut(error: Error): void {
  if (
    error instanceof ApiProblem &&
    error.status === 401 &&
    queryClient.getQueryData(sessionQuery.queryKey)
  ) {
    queryClient.setQueryData(sessionQuery.queryKey, null);
    window.location.assign(
      `/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`,
    );
  }
}

const worthRetrying = (error: Error): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 503);

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    // A closed network is "offline" to the browser; never wait for it to say otherwise.
    queries: {
      networkMode: "always",
      retry: (count, error) => count < 2 && worthRetrying(error),
      staleTime: 10_000,
    },
    mutations: { networkMode: "always" },
  },
});
