import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Whether news reach this page: `live`, or `waiting` for the connection. */
export type LiveState = "live" | "waiting";

interface News {
  state?: LiveState;
  change?: { contract: string; changes: readonly { kind: string; id: string }[] };
  resync?: true;
}

/** So many changes at once, an import for instance, are one reload. */
const pause = 400;

/** What stays as it is while somebody works with it: the first hits below the search box. */
const left = (key: readonly unknown[]): boolean => key[0] === "search" || key[0] === "session";

/** Asks again for what is on the screen and about these contracts; everything when none is named. */
export function refresh(client: QueryClient, contracts: ReadonlySet<string>): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) =>
      !left(queryKey) &&
      (contracts.size === 0 || queryKey.some((part) => typeof part === "string" && contracts.has(part))),
  });
}

/** Keeps the pages of this tab up with what others change. Typed text stays: forms keep their own values. */
export function useLive(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("waiting");
  useEffect(() => {
    if (typeof SharedWorker === "undefined") return;
    const { port } = new SharedWorker("/live-worker.js", "hoshuban-live");
    let changed = new Set<string>();
    let all = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      timer = undefined;
      refresh(client, all ? new Set() : changed);
      changed = new Set();
      all = false;
    };
    port.addEventListener("message", ({ data }: MessageEvent<News>) => {
      if (data.state) setState(data.state);
      if (data.change) changed.add(data.change.contract);
      if (data.resync) all = true;
      if (data.change || data.resync) timer ??= setTimeout(settle, pause);
    });
    port.start();
    const leave = () => port.postMessage("bye");
    // A page that comes back from the browser's cache of pages missed what happened meanwhile.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      port.postMessage("hello");
      refresh(client, new Set());
    };
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
      leave();
      port.close();
    };
  }, [client]);
  return state;
}
