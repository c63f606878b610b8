import { describe, expect, it } from "vitest";
import type { Permission } from "../api/types";
import { menu, menuFor, pageAt } from "./menu";
import { menuText } from "./menu.text";

const everyone: readonly Permission[] = menu.flatMap(({ pages }) => pages.flatMap(({ needs }) => needs));

const shown = (allowed: readonly Permission[]) =>
  menuFor(allowed).map(({ key, pages }) => [menuText[key][0], ...pages.map((page) => menuText[page.key][0])]);

describe("the menu", () => {
  it("has at most eight words", () => expect(menuFor(everyone).length).toBeLessThanOrEqual(8));

  it("has one key for each page", () => {
    const keys = menu.flatMap(({ pages }) => pages.map(({ go }) => go));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain("g");
  });

  it.each<[string, Permission[], string[][]]>([
    ["nobody", [], []],
    ["who runs the installation", ["administer"], [["設定", "設定"]]],
    [
      "who only reports incidents",
      ["view_contract", "report_security_incident"],
      [
        ["今日", "今日", "契約"],
        ["日程", "暦"],
        ["台帳", "事故・損害"],
      ],
    ],
    ["who reads approvals", ["view_approval"], [["承認", "受信箱", "許可台帳"]]],
  ])("shows %s what they may see", (_, allowed, words) => expect(shown(allowed)).toEqual(words));

  it.each([
    ["/contracts/c1/today", "today"],
    ["/contracts/c1/requests/w1/people", "requestList"],
    ["/contracts/c1/approvals", "inbox"],
    ["/contracts/c1/approvals/a1", "inbox"],
    ["/contracts/c1/approvals/register", "permissions"],
    ["/contracts/c1/people/chart", "people"],
    ["/contracts/c1/security-incidents/new", "incidents"],
    ["/contracts/c1/incidents/new", "faults"],
    ["/admin/people", "settings"],
    ["/contracts/c2/today", undefined],
    ["/contracts/c1/peoples", undefined],
    ["/account", undefined],
  ])("knows to which page %s belongs", (address, key) =>
    expect(pageAt(menuFor(everyone), address, "c1")?.key).toBe(key),
  );
});
