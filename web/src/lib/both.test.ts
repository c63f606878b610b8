import { expect, it } from "vitest";
import { reasonOf } from "./both";

it.each([
  ["due.half", "貸与品の返却 / Return of a loan", "貸与品の返却", "Return of a loan"],
  [
    "approval.voided",
    "日程が取り下げられました。 / the window was withdrawn",
    "日程が取り下げられました。",
    "the window was withdrawn",
  ],
  ["approval.voided", "第2版を作成したため", "第2版を作成したため", "第2版を作成したため"],
  ["approval.voided", "市の指示 / 電話", "市の指示 / 電話", "市の指示 / 電話"],
  ["approval.refused", "再提出 / resubmit", "再提出 / resubmit", "再提出 / resubmit"],
])("the reason of %s: %s", (kind, reason, ja, en) => expect(reasonOf({ kind, reason })).toEqual({ ja, en }));
