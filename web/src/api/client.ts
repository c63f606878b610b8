import createClient from "openapi-fetch";
import { language } from "../lib/i18n";
import { confirmPasswordLike } from "./confirm";
import { ApiProblem } from "./problem";
import type { paths } from "./schema.gen";

let csrf = "";

/** The token of the session, sent with every unsafe call. */
export function setCsrf(token: string): void {
  csrf = token;
}

/** Headers for calls that openapi-fetch cannot make (uploads with progress). */
export function unsafeHeaders(): Record<string, string> {
  return { "X-Hoshuban-CSRF": csrf, "Accept-Language": language() };
}

const passwordLike = "text/password_like";
const repeatable = new WeakMap<Request, Request>();

// Lists travel as one parameter, with commas.
export const api = createClient<paths>({
  baseUrl: "",
  credentials: "same-origin",
  querySerializer: { array: { style: "form", explode: false } },
});

api.use({
  onRequest({ request }) {
    request.headers.set("Accept-Language", language());
    if (request.method !== "GET") request.headers.set("X-Hoshuban-CSRF", csrf);
    if (request.method !== "GET") repeatable.set(request, request.clone());
    return request;
  },
  async onResponse({ request, response }) {
    const again = repeatable.get(request);
    repeatable.delete(request);
    if (!again || response.status !== 409) return response;
    const code = ((await response.clone().json()) as { code?: string }).code;
    if (code !== passwordLike || !confirmPasswordLike()) return response;
    again.headers.set("X-Hoshuban-Confirm", passwordLike);
    return fetch(again);
  },
});

/** Waits for a call and returns its data; every failure becomes an ApiProblem. */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer: { data?: T; error?: unknown; response: Response };
  try {
    answer = await call;
  } catch {
    throw ApiProblem.unreachable();
  }
  if (!answer.response.ok) throw ApiProblem.of(answer.response.status, answer.error);
  return answer.data as T;
}

export const versionTag = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });
