import { describe, expect, it } from "vitest";
import { message, say, texts } from "./i18n";

const words = texts({ saved: ["{number} を保存しました", "{number} was saved"], plain: ["はい", "Yes"] });

describe("messages", () => {
  it("say their values in either language", () => {
    const saved = message(words, "saved", { number: "A25A-01" });
    expect(say(saved, "ja")).toBe("A25A-01 を保存しました");
    expect(say(saved, "en")).toBe("A25A-01 was saved");
  });

  it("say values that are texts themselves", () => {
    const saved = message(words, "saved", { number: { ja: "管理番号", en: "Number" } });
    expect(say(saved, "en")).toBe("Number was saved");
  });

  it("say one of a thing and several", () => {
    const left = { ja: "あと{days}日", en: "{days} day{days:s} left" };
    const said = [1, "1", 2, 0].map((days) => say({ ...left, values: { days } }, "en"));
    expect(said).toEqual(["1 day left", "1 day left", "2 days left", "0 days left"]);
    expect(say({ ...left, values: { days: 1 } }, "ja")).toBe("あと1日");
  });

  it("fall back to Japanese where the server has no English", () => {
    expect(say({ ja: "受け付けました", en: "" }, "en")).toBe("受け付けました");
  });
});
