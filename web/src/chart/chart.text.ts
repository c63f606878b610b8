import { texts } from "../lib/i18n";

export const chartText = texts({
  today: ["今日", "Today"],
  forecast: ["予測", "Forecast"],
  closed: ["閉", "Closed"],
  comma: ["、", ", "],
  counted: ["数える", "Counted"],
  skipped: ["数えない", "Not counted"],
  omitted: ["途中を省略", "Left out here"],
  due: ["期限", "Due"],
  start: ["起点", "Start"],
  picture: [
    "起点から期限までの図。数える区間が{counted}、数えない区間が{skipped}。同じ内容が下の一覧にあります。",
    "Picture from start to due: {counted} counted spans, {skipped} that do not count. The list below says the same.",
  ],
});
