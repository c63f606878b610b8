import { describe, expect, it } from "vitest";
import { fold } from "./fold";

describe("texts that search must find under each other", () => {
  it.each([
    ["small kana", "ウィルス", "ういるす"],
    ["half-width kana", "ｵｰﾄﾛｰﾀﾞ", "オートローダ"],
    ["hiragana", "おーとろーだ", "オートローダ"],
    ["full-width letters and spaces", "Ｃ　Ｓ", "cs"],
    ["dashes", "Ａ‐ＢＣ", "a-bc"],
    ["long vowel mark as a dash", "Ａー１", "a-1"],
    ["variant of taka", "髙木", "高木"],
    ["variant of saki", "山﨑", "山崎"],
    ["variants of nabe", "渡邉", "渡邊"],
    ["variation selector", "葛\u{E0100}城", "葛城"],
    ["compatibility form", "㈱", "(株)"],
    ["variant of yoshi outside the first plane", "𠮷田", "吉田"],
  ])("%s", (_, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it("keeps different words apart", () => {
    expect(fold("渡辺")).not.toBe(fold("渡部"));
    expect(fold("は")).not.toBe(fold("ば"));
  });
});
