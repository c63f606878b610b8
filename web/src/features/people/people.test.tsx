import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { blankEntry, entryErrors } from "./EntryFields";
import { blankNotice, noticeErrors, noticeIn } from "./NoticeFields";
import { noticeState } from "./notice";
import { OrganisationChart } from "./OrganisationChart";
import type { Chart, RosterEntry } from "./people.queries";
import { peopleSearch } from "./people.search";
import { differences } from "./words";

describe("the address", () =>
  it.each([
    [{}, { as_of: undefined, q: undefined, past: undefined }],
    [
      { as_of: "2026-05-01", q: "花子", past: true },
      { as_of: "2026-05-01", q: "花子", past: true },
    ],
    [
      { as_of: "2026-02-30", q: "", past: "yes" },
      { as_of: undefined, q: undefined, past: undefined },
    ],
    [{ as_of: 20260501 }, { as_of: undefined, q: undefined, past: undefined }],
  ])("%j is read as %j", (address, read) => expect(peopleSearch(address)).toEqual(read)));

describe("a notice", () => {
  it.each([
    ["", false, "earliest"],
    ["2026-05-10", false, "in_time"],
    ["2026/5/9", false, "too_late"],
    ["令和8年5月11日", false, "in_time"],
    ["2026-05-09", true, "emergency"],
  ] as const)("of %s (emergency: %s) is %s", (chosen, emergency, state) =>
    expect(noticeState(chosen, "2026-05-10", emergency)).toBe(state),
  );

  it("of an emergency needs a reason, and days must be days", () => {
    expect(Object.keys(noticeErrors({ ...blankNotice, emergency: true }))).toEqual(["reason"]);
    expect(Object.keys(noticeErrors({ ...blankNotice, takes_effect_on: "2026/2/30" }))).toEqual([
      "takes_effect_on",
    ]);
    expect(noticeErrors(blankNotice)).toEqual({});
  });

  it("sends days as the server reads them", () =>
    expect(noticeIn({ ...blankNotice, takes_effect_on: "R8.5.11", reason: " 交代 " })).toEqual({
      takes_effect_on: "2026-05-11",
      reported_on: null,
      reason: "交代",
      emergency: false,
      city_request: "",
    }));
});

const entry: RosterEntry = {
  ...blankEntry,
  name: "見本 太郎",
  company: "例示",
  work: "設定",
  assets: "一覧",
};

describe("an entry", () => {
  it("needs name, affiliation, work and assets", () => {
    expect(Object.keys(entryErrors(blankEntry))).toEqual(["name", "company", "work", "assets"]);
    expect(entryErrors(entry)).toEqual({});
  });

  it("says what changed, in the order of the fields", () => {
    expect(differences(entry, { ...entry, contact: "090", duties: ["responsible"] })).toEqual([
      "duties",
      "contact",
    ]);
    expect(differences(null, entry)).toEqual([]);
  });
});

describe("the chart", () => {
  const chart: Chart = {
    width: 100,
    height: 40,
    boxes: [
      { kind: "city", x: 10, y: 0, width: 80, height: 10, lines: ["例市"], subcontractor: false },
      {
        kind: "missing",
        x: 10,
        y: 20,
        width: 40,
        height: 20,
        lines: ["業務責任者", "（未選任）"],
        subcontractor: false,
      },
    ],
    links: [{ x1: 50, y1: 10, x2: 50, y2: 20 }],
    people: [],
    missing: ["responsible"],
  };
  const drawn = renderToStaticMarkup(
    <OrganisationChart chart={chart} title="作業体制図" description="2人" />,
  );

  it("is an image with a title and a description, and its texts are texts", () => {
    expect(drawn).toMatch(/^<svg class="chart-svg" viewBox="-1 -1 102 42" role="img" aria-labelledby="/);
    expect(drawn).toContain(">作業体制図</title>");
    expect(drawn).toContain(">2人</desc>");
    expect(drawn).toContain(">業務責任者</tspan>");
    expect(drawn).toContain(">（未選任）</tspan>");
  });

  it("stands where the server laid it out", () => {
    expect(drawn).toContain('<line class="chart-link" x1="50" y1="10" x2="50" y2="20"></line>');
    expect(drawn).toContain('<rect class="chart-box" x="10" y="20" width="40" height="20" rx="1"></rect>');
    expect(drawn).toContain('data-kind="missing"');
  });
});
