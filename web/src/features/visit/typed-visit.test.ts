import { describe, expect, it } from "vitest";
import type { Visit } from "../../api/types";
import { recordOf, sentPlan, sentRecord, sentVisitors } from "./typed-visit";

const visit = {
  arrived_at: "2025-12-01T00:05:00Z",
  started_at: null,
  departed_at: "2025-12-01T01:00:00Z",
  workers: [
    { worker_id: "w1", name: "保全 三枝", minutes: 40 },
    { worker_id: null, name: "架空 二郎", minutes: null },
  ],
  result: "点検した",
} as unknown as Visit;

describe("a visit as it is typed", () => {
  it("is what was recorded, by the clock on the wall", () =>
    expect(recordOf(visit)).toEqual({
      arrived_at: "2025-12-01T09:05",
      started_at: "",
      departed_at: "2025-12-01T10:00",
      workers: [
        { worker_id: "w1", name: "保全 三枝", minutes: "40" },
        { worker_id: "", name: "架空 二郎", minutes: "" },
      ],
      result: "点検した",
    }));

  it("leaves names of the roster to the server and what is empty out", () =>
    expect(sentRecord(recordOf(visit), "誤り")).toEqual({
      arrived_at: "2025-12-01T09:05",
      started_at: null,
      departed_at: "2025-12-01T10:00",
      workers: [
        { worker_id: "w1", name: "", minutes: 40 },
        { worker_id: null, name: "架空 二郎", minutes: null },
      ],
      result: "点検した",
      reason: "誤り",
    }));

  it.each([
    ["40", 40],
    ["４０", 40],
    [" 0 ", 0],
    ["", null],
    ["1時間", null],
  ])("reads %j as %j minutes", (minutes, read) =>
    expect(sentVisitors([{ worker_id: "", name: "架空 二郎", minutes }])[0]?.minutes).toBe(read),
  );

  it("is because of one thing at most", () => {
    const plan = {
      site_id: "s1",
      purpose: "点検",
      planned_from: "2025-12-01T09:00",
      planned_until: "2025-12-01T10:00",
      told: "",
      workers: [],
    };
    expect(sentPlan(plan, { incident: "i1" })).toMatchObject({ incident_id: "i1", request_id: null });
    expect(sentPlan(plan, {})).toMatchObject({ incident_id: null, request_id: null });
  });
});
