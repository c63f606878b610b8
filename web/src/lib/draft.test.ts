import { beforeEach, describe, expect, it, vi } from "vitest";
import { dropDraft, loadDraft, purgeDrafts, saveDraft } from "./draft";

const day = 86_400_000;
const stored: Record<string, string> = {};

beforeEach(() => {
  for (const key of Object.keys(stored)) delete stored[key];
  const methods = {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value;
    },
    removeItem: (key: string) => {
      delete stored[key];
    },
  };
  // Object.keys of a real Storage lists its entries, so the stand-in keeps them as own properties too.
  vi.stubGlobal(
    "localStorage",
    new Proxy(stored, { get: (_, name) => methods[name as keyof typeof methods] }),
  );
  vi.useFakeTimers({ now: Date.parse("2026-11-20T00:00:00Z") });
});

describe("a draft", () => {
  it("comes back for the person and the form that it was kept under", () => {
    saveDraft("tanaka", "request.r7", { title: "移設" });
    expect(loadDraft("tanaka", "request.r7")).toEqual({ title: "移設" });
    expect(loadDraft("tanaka", "request.r6")).toBeUndefined();
    expect(loadDraft("sato", "request.r7")).toBeUndefined();
  });

  it.each([
    ["just before a week", 7 * day - 1, { title: "移設" }],
    ["after a week", 7 * day, undefined],
  ])("%s", (_, later, found) => {
    saveDraft("tanaka", "request.r7", { title: "移設" });
    vi.advanceTimersByTime(later);
    expect(loadDraft("tanaka", "request.r7")).toEqual(found);
  });

  it("is dropped after sending, and is gone for everybody after log-out", () => {
    saveDraft("tanaka", "one", {});
    saveDraft("tanaka", "two", {});
    stored["hoshuban.language"] = "en";
    dropDraft("tanaka", "one");
    expect(loadDraft("tanaka", "one")).toBeUndefined();
    purgeDrafts();
    expect(Object.keys(stored)).toEqual(["hoshuban.language"]);
  });

  it("is nothing when it cannot be read", () => {
    stored["hoshuban.draft.tanaka.one"] = "{broken";
    expect(loadDraft("tanaka", "one")).toBeUndefined();
  });
});
