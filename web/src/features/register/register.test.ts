import { describe, expect, it } from "vitest";
import { message } from "../../lib/i18n";
import { daysOf, monthsBetween } from "./activity.queries";
import { hoursOf } from "./activity-dialogs";
import { licenceKinds, licencePayers, licenceShown } from "./licence.queries";
import { licenceKind, licencePayer, licenceState } from "./licence.text";
import { loanKinds, loanShown } from "./loan.queries";
import { loanKind, loanState } from "./loan.text";
import { mediumStates } from "./media.queries";
import { mediumState } from "./media.text";
import { missing, wallClock, wrongDays } from "./moments";
import { known, ledgerSearch } from "./register.search";
import { registerText } from "./register.text";
import { quantityOf } from "./typed-quantity";

describe("ledgerSearch", () => {
  it("keeps what the address may hold", () =>
    expect(ledgerSearch({ q: "USB", state: "lost", kind: "", page: "2" })).toEqual({
      q: "USB",
      state: "lost",
    }));
  it("reads numbers as words", () => expect(ledgerSearch({ q: 12 })).toEqual({ q: "12" }));
});

describe("known", () => {
  it("leaves out what the server does not know", () => {
    expect(known("lost", mediumStates)).toBe("lost");
    expect(known("gone", mediumStates)).toBeUndefined();
    expect(known(undefined, mediumStates)).toBeUndefined();
  });
  it("has a word for every choice", () => {
    expect(Object.keys(mediumState)).toEqual([...mediumStates]);
    expect(Object.keys(loanKind)).toEqual([...loanKinds]);
    expect(Object.keys(licenceKind)).toEqual([...licenceKinds]);
    expect(Object.keys(licencePayer)).toEqual([...licencePayers]);
    expect(licenceShown.filter((each) => each !== "ending" && each !== "all")).toEqual(
      Object.keys(licenceState),
    );
    expect(loanShown.filter((each) => each !== "open" && each !== "all").sort()).toEqual(
      Object.keys(loanState).sort(),
    );
  });
});

describe("wallClock", () => {
  it("is Japanese time, whatever the PC's", () =>
    expect(wallClock("2025-12-31T15:05:30Z")).toBe("2026-01-01T00:05"));
});

describe("missing", () => {
  it("names the fields that hold nothing but blanks", () => {
    const label = message(registerText, "place");
    expect(missing({ place: " ", note: "" }, { place: label })).toEqual({
      place: message(registerText, "fillIn", { label }),
    });
    expect(missing({ place: "棚", note: "" }, { place: label })).toEqual({});
  });
});

describe("wrongDays", () => {
  it("names what is written and no day", () => {
    const label = message(registerText, "on");
    expect(wrongDays({ on: "2025/2/30" }, { on: label })).toEqual({
      on: message(registerText, "wrongDay", { label }),
    });
    expect(wrongDays({ on: "2025-02-28" }, { on: label })).toEqual({});
    expect(wrongDays({ on: "" }, { on: label })).toEqual({});
  });
});

describe("quantityOf", () => {
  it("reads a whole quantity as people write it", () => {
    const cases: [string, number | undefined][] = [
      ["130", 130],
      [" １，２００ ", 1200],
      ["1,000,000", 1_000_000],
      ["1000001", undefined],
      ["0", undefined],
      ["1.5", undefined],
      ["-1", undefined],
      ["", undefined],
      ["百", undefined],
    ];
    for (const [written, quantity] of cases) expect(quantityOf(written), written).toBe(quantity);
  });
});

describe("daysOf", () => {
  it("knows how long a month is", () => {
    expect(daysOf("2028-02")).toEqual({ first: "2028-02-01", last: "2028-02-29" });
    expect(daysOf("2025-12")).toEqual({ first: "2025-12-01", last: "2025-12-31" });
  });
  it("asks for every day when there is no month", () => {
    for (const none of [undefined, "all", "2025-13", "2025-1", "x"]) expect(daysOf(none)).toBeUndefined();
  });
});

describe("monthsBetween", () => {
  it("counts back over the turn of the year", () =>
    expect(monthsBetween("2025-11-10", "2026-02-01")).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]));
  it("holds the month of both days once", () =>
    expect(monthsBetween("2025-04-01", "2025-04-30")).toEqual(["2025-04"]));
});

describe("hoursOf", () => {
  it("reads tenths of an hour as people write them", () => {
    const cases: [string, number | undefined][] = [
      ["1", 1],
      [" ０．５ ", 0.5],
      ["999.9", 999.9],
      ["0", undefined],
      ["0.05", undefined],
      ["1000", undefined],
      ["-1", undefined],
      ["", undefined],
      ["一", undefined],
    ];
    for (const [written, hours] of cases) expect(hoursOf(written), written).toBe(hours);
  });
});
