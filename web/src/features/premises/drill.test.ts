import { describe, expect, it } from "vitest";
import { blankDrill, drillBody, typedDrill } from "./drill";

const typed = {
  ...blankDrill("2025-12-05", "north"),
  asked: "避難",
  result: "全員が避難した",
  presence: { a: "there", b: "absent", c: "asked_not" } as const,
  reasons: { a: "以前の理由", b: "作業のため" },
};

describe("what is sent of a drill", () => {
  it("names who took part, and who did not with the reason", () => {
    expect(drillBody(typed, "2025-12-05").attendees).toEqual([
      { worker_id: "a", attended: true, reason: "" },
      { worker_id: "b", attended: false, reason: "作業のため" },
    ]);
  });
  it("leaves attendance and result out before the day", () => {
    const { attendees, result } = drillBody(typed, "2025-12-04");
    expect({ attendees, result }).toEqual({ attendees: [], result: "" });
  });
  it("comes back as it was typed", () => {
    const sent = drillBody(typed, "2025-12-05");
    const shown = {
      ...sent,
      attendees: (sent.attendees ?? []).map((each) => ({ ...each, name: "", affiliation: "" })),
    } as Parameters<typeof typedDrill>[0];
    expect(drillBody(typedDrill(shown), "2025-12-05")).toEqual(sent);
  });
});
