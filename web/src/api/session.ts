import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { dayInJapan } from "../lib/day";
import { suggestLanguage } from "../lib/i18n";
import { api, ask, setCsrf } from "./client";
import { ApiProblem } from "./problem";
import { scopeOf } from "./role";
import type { Membership, Permission, Session, Side } from "./types";

let clockOffset = 0;

/** Remembers what every later call needs: the token against forged calls and how far this PC's clock is off. */
export function acceptSession(session: Session): Session {
  setCsrf(session.csrf);
  suggestLanguage(session.language);
  clockOffset = Date.parse(session.server_time) - Date.now();
  return session;
}

const serverTime = (): number => Date.now() + clockOffset;

/** This moment by the server's clock. */
export const now = (): string => new Date(serverTime()).toISOString();

/** Today in Japan by the server's clock. */
export const today = (): string => dayInJapan(serverTime());

async function fetchSession(): Promise<Session | null> {
  try {
    return acceptSession(await ask(api.GET("/api/v1/session")));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
});

/** The signed-in person; only used below the signed-in part of the route map. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data)
    throw new ApiProblem(401, "account/not_signed_in", {
      ja: "ログインしてください。",
      en: "Please sign in.",
    });
  return data;
}

export const useSessionIfAny = (): Session | null => useQuery(sessionQuery).data ?? null;

export const membershipsIn = (session: Session, contract: string): Membership[] =>
  session.memberships.filter((membership) => membership.contract_id === contract);

export const mayIn = (session: Session, contract: string, permission: Permission): boolean =>
  membershipsIn(session, contract).some(({ permissions }) => permissions.includes(permission));

export function useMay(contract: string): (permission: Permission) => boolean {
  const session = useSession();
  return (permission) => mayIn(session, contract, permission);
}

/** The sites for which somebody may do this; undefined for who may for the whole contract. */
export function useSitesOf(contract: string, permission: Permission): string[] | undefined {
  const held = membershipsIn(useSession(), contract).filter(({ permissions }) =>
    permissions.includes(permission),
  );
  if (held.some(({ role }) => scopeOf(role) === "contract")) return undefined;
  return held.flatMap(({ site_id }) => site_id ?? []);
}

/** The sites for which somebody writes requests; undefined for who writes for the whole contract. */
export const useWritingSites = (contract: string): string[] | undefined =>
  useSitesOf(contract, "write_work_request");

export function useSide(contract: string): Side {
  const memberships = membershipsIn(useSession(), contract);
  return memberships.find(({ side }) => side !== "neutral")?.side ?? "neutral";
}
