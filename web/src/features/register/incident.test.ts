import { describe, expect, it } from "vitest";
import { verdicts } from "./damage.queries";
import { damageVerdict } from "./damage.text";
import {
  correctionBody,
  correctionErrors,
  incidentBody,
  incidentErrors,
  incidentValues,
} from "./IncidentFields";
import { incidentFilters, incidentsExport, kindsShown } from "./incident.queries";
import { incidentKind } from "./incident.text";
import { typedYen } from "./typed-yen";

describe("typedYen", () => {
  it.each([
    ["", null],
    ["  ", null],
    ["0", 0],
    ["12000", 12000],
    ["１２，０００円", 12000],
    ["¥1,234,567", 1234567],
    ["999999999999", 999999999999],
    ["1000000000000", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["約1万", undefined],
  ])("reads %j as %j", (written, yen) => expect(typedYen(written)).toBe(yen));
});

const written = {
  ...incidentValues(),
  title: "床の損傷",
  noticed_at: "2025-12-01T09:00",
  place: "区役所",
  what: "台車を倒した",
  affected: "床",
  first_measures: "ふさいだ",
  party: "third_party",
  party_name: "架空運送",
  amount_yen: "12,000",
};

describe("incidentBody", () => {
  it("says of a security incident nothing that was typed under another category", () =>
    expect(incidentBody(written)).toEqual({
      category: "security",
      kind: "loss",
      title: "床の損傷",
      noticed_at: "2025-12-01T09:00",
      place: "区役所",
      what: "台車を倒した",
      assets: "",
    }));
  it("says of damage whose it is and what it costs", () =>
    expect(incidentBody({ ...written, category: "damage", kind: "belongings" })).toMatchObject({
      category: "damage",
      affected: "床",
      party: "third_party",
      party_name: "架空運送",
      amount_yen: 12000,
    }));
  it("names only a third party", () =>
    expect(incidentBody({ ...written, category: "damage", kind: "building", party: "city" }).party_name).toBe(
      "",
    ));
  it("leaves whose damage it is out of an accident", () => {
    const body = incidentBody({ ...written, category: "accident", kind: "injury" });
    expect(body.first_measures).toBe("ふさいだ");
    expect(body.party).toBeUndefined();
  });
  it("keeps the category and gives the reason of a correction", () => {
    const body = correctionBody({ ...written, reason: "原因が分かった" });
    expect(body.reason).toBe("原因が分かった");
    expect(body).not.toHaveProperty("category");
  });
});

describe("incidentErrors", () => {
  it("asks damage for the thing, the third party and an amount that is one", () => {
    const damage = { ...written, category: "damage" as const, affected: "", party_name: "", amount_yen: "x" };
    expect(Object.keys(incidentErrors(damage))).toEqual(["affected", "party_name", "amount_yen"]);
  });
  it("asks a correction for its reason", () =>
    expect(Object.keys(correctionErrors(written))).toEqual(["reason"]));
  it("has nothing against what is complete", () => expect(incidentErrors(written)).toEqual({}));
});

describe("incidentFilters", () => {
  it("keeps what the server knows", () =>
    expect(
      incidentFilters({
        category: "damage",
        kind: "injury",
        state: "open",
        from: "R7.12.1",
        until: "2025-02-30",
      }),
    ).toEqual({ category: "damage", open: true, from: "2025-12-01" }));
  it("stands in the address of the file", () =>
    expect(incidentsExport("c 1", { category: "accident", state: "closed" })).toBe(
      "/api/v1/contracts/c%201/security-incidents/export?category=accident&state=closed",
    ));
});

describe("the words", () => {
  it("name every kind and every ruling", () => {
    expect([...kindsShown(undefined)].sort()).toEqual(Object.keys(incidentKind).sort());
    expect(Object.keys(damageVerdict)).toEqual([...verdicts]);
  });
});
