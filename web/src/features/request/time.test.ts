import { describe, expect, it } from "vitest";
import { momentOf, partsOfMoment, windowOf } from "./time";

describe("windows", () => {
  it("an end before the start lies on the next day", () => {
    expect(windowOf("2026-11-20", "09:00", "12:00")).toEqual({
      from: "2026-11-20T09:00:00+09:00",
      until: "2026-11-20T12:00:00+09:00",
    });
    expect(windowOf("2026-11-30", "22:00", "05:00").until).toBe("2026-12-01T05:00:00+09:00");
    expect(windowOf("2026-11-30", "22:00", "24:00").until).toBe("2026-12-01T00:00:00+09:00");
  });

  it("goes to the server and back", () => {
    expect(partsOfMoment("2026-11-20T00:30:00Z")).toEqual({ day: "2026-11-20", time: "09:30" });
    expect(partsOfMoment("2026-11-20T15:00:00Z")).toEqual({ day: "2026-11-21", time: "00:00" });
    expect(momentOf("2026-11-20", "09:30")).toBe("2026-11-20T09:30:00+09:00");
  });
});
