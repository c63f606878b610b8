import { texts } from "../../lib/i18n";

export const trendText = texts({
  title: ["傾向", "Trend"],
  about: [
    "どの機器・機種・拠点で障害が繰り返しているか、見込みの回数がどこまで進んだかを、基準日の時点で示します。市が対応を指示した障害を数えます。",
    "Which units, models and sites fail again and again, and how far the estimates are used, as of a day. Counted are faults that the city instructed.",
  ],
  on: ["基準日", "As of"],
  onHint: ["例 R7.9.30", "e.g. 2025-09-30"],
  months: ["さかのぼる期間", "Months back"],
  monthsOf: ["{count}か月", "{count} months"],
  download: ["Excelに書き出す", "Write to Excel"],
  print: ["印刷", "Print"],
  improvements: ["改善提案", "Improvements"],
  propose: ["改善を提案", "Propose an improvement"],
  proposeFor: ["{name}の改善を提案する", "Propose an improvement for {name}"],
  spares: ["予備機の在庫と見通し", "Spares and how long they last"],
  window: [
    "{from}から{until}まで。数えた障害 {counted}件、稼働の延べ {days}日。",
    "{from} to {until}. {counted} faults counted, {days} days in service together.",
  ],
  leftOut: [
    "機器が分からないか、その日に稼働していない機器の障害 {count}件は、割合の比較に入れていません。",
    "{count} faults without a known unit in service on that day are left out of the comparison.",
  ],
  estimates: ["見込みの消化", "Estimates"],
  estimatesAbout: [
    "契約の初日から基準日までに復旧した件数です。見通しは、これまでと同じ割合で起きるとしたときの期末の件数で、80 %の確率でこの幅に入ります（ガンマ・ポアソン分布。季節の違いは考えません）。見込みを超えても作業は止まりません。",
    "Recoveries from the contract's first day to the reference day. The outlook is the number at the end if they go on at this rate, within the band with a probability of 80 % (gamma-Poisson; it knows no season). An estimate never stops work.",
  ],
  noEstimates: [
    "この契約に、障害の復旧の見込み回数はありません。",
    "This contract states no estimate of recoveries.",
  ],
  month: ["月", "Month"],
  runs: ["件数", "Recoveries"],
  together: ["累計", "Together"],
  limit: ["見込み", "Estimate"],
  limitOf: ["見込み {limit}", "Estimate {limit}"],
  outlook: ["期末の見通し", "Outlook for the end"],
  outlookOf: ["{middle}（{low}～{high}）", "{middle} ({low}-{high})"],
  actual: ["実績", "Actual"],
  band: ["見通しの幅（80 %）", "Band of the outlook (80 %)"],
  units: ["繰り返す機器", "Units that fail again"],
  models: ["機種", "Models"],
  sites: ["拠点", "Sites"],
  unitsAbout: [
    "期間中に2件以上の機器です。稼働した日数に応じて障害が偶然に散らばったとして、その件数以上になる確率を正確に計算しています（二項検定、片側。機器の区分ごと）。多くを見比べることによる見かけの差は、ホルム法で補正しています。",
    "Units with at least two faults. The chance is exact: of as many or more, if faults fell at random on days in service (binomial test, one-sided, within the device class). What comes from comparing many is corrected by Holm's method.",
  ],
  modelsAbout: [
    "同じ区分のほかの機種と、稼働の延べ日数当たりで比べています。",
    "Compared by days in service with the other models of the class.",
  ],
  sitesAbout: [
    "置いてある機器の区分ごとの日数を考えて、ほかの拠点と比べています。",
    "Compared with the other sites, in view of which classes stand there for how long.",
  ],
  name: ["名前", "Name"],
  unit: ["機器", "Unit"],
  model: ["機種", "Model"],
  site: ["拠点", "Site"],
  class: ["区分", "Class"],
  faults: ["件数", "Faults"],
  expected: ["全体の割合なら", "At the rate of all"],
  picture: ["図", "Picture"],
  chance: ["偶然の確率", "By chance"],
  corrected: ["補正後", "Corrected"],
  interval: ["間隔の中央値", "Median interval"],
  intervalOf: ["{days}日", "{days} days"],
  last: ["最後の発生", "The last"],
  says: ["言えること", "What can be said"],
  less: ["0.1 %未満", "under 0.1 %"],
  percent: ["{value} %", "{value} %"],
  none: ["この期間に、該当するものはありません。", "None in this window."],
  shown: [
    "{all}件のうち{shown}件を表示。すべてはExcelにあります。",
    "{shown} of {all}; the Excel file has all.",
  ],
});

export const verdictText = texts({
  striking: ["偶然とは言いにくい", "Hardly chance"],
  noticeable: ["注意", "To be watched"],
  usual: ["全体と同じ程度", "As the rest"],
  too_few: ["まだ言えない", "Too few"],
  alone: ["比べられない", "Not comparable"],
});

export const standingText = texts({
  not_begun: ["契約の前", "Not begun"],
  within: ["見込みの内", "Within the estimate"],
  may_pass: ["超える可能性がある", "May pass it"],
  will_pass: ["超える見通し", "Likely to pass it"],
  passed: ["見込みを超えた", "Passed"],
});
