import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { refresh } from "./live";

const keys = [
  ["request", "c1", "r1"],
  ["requests", "c2", {}],
  ["search", "c1", "quick", "x"],
  ["session"],
  ["contracts"],
];

function stale(contracts: string[]): string[] {
  const client = new QueryClient();
  for (const key of keys) client.setQueryData(key, 1);
  refresh(client, new Set(contracts));
  return keys.filter((key) => client.getQueryState(key)?.isInvalidated).map(([name]) => String(name));
}

it("asks again for what belongs to the contracts that changed", () => {
  expect(stale(["c1"])).toEqual(["request"]);
  expect(stale(["c2"])).toEqual(["requests"]);
  expect(stale(["c3"])).toEqual([]);
});

it("asks for everything when nobody knows what was missed, but for the search box and the session", () => {
  expect(stale([])).toEqual(["request", "requests", "contracts"]);
});
