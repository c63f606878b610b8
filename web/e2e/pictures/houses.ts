import { type Desk, expect } from "../house";

/** The two sides of the contract. */
export interface Houses {
  city: Desk;
  contractor: Desk;
}

/** A day so many from today on, in Japan. */
export const dayOf = (days: number): string =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

export const read = async (desk: Desk, path: string) => (await desk.page.request.get(desk.api(path))).json();

async function versionOf(desk: Desk, path: string): Promise<number> {
  const answer = await desk.page.request.get(desk.api(path));
  return Number(answer.headers().etag?.replaceAll('"', ""));
}

/** Sends, with a version, or that of the row at a path, where the act needs one. */
export async function send(
  desk: Desk,
  path: string,
  body: object,
  versioned?: string | number,
  method: "post" | "put" = "post",
) {
  const version = typeof versioned === "string" ? await versionOf(desk, versioned) : versioned;
  const answer = await desk.send(method, path, body, version);
  expect(answer.status(), `${path}: ${await answer.text()}`).toBeLessThan(300);
  return answer.status() === 204 ? {} : answer.json();
}
