import type { Page } from "@playwright/test";
import { type Desk, expect, type Role } from "./house";
import {
  activity,
  damage,
  drill,
  entryRecord,
  finding,
  firstEdition,
  incident,
  licence,
  loan,
  medium,
  onCall,
  question,
  request,
  row,
  site,
  survey,
  visit,
} from "./page-data";

interface Place {
  name: string;
  role: Role;
  /** Where the page is; may make data of its own first. */
  path: (desk: Desk) => string | Promise<string>;
  heading: RegExp;
}

/** Every page of a signed-in person, in the state in which it shows most. */
export const places: readonly Place[] = [
  { name: "今日（市）", role: "city_section", path: ({ at }) => at("/today"), heading: /^今日$/ },
  { name: "今日（委託先）", role: "responsible", path: ({ at }) => at("/today"), heading: /^今日$/ },
  {
    name: "作業依頼一覧",
    role: "city_section",
    path: ({ at }) => at("/requests"),
    heading: /^作業依頼一覧$/,
  },
  {
    name: "依頼を書く",
    role: "city_section",
    path: ({ at }) => at("/requests/new"),
    heading: /^作業を依頼する$/,
  },
  {
    name: "取込",
    role: "city_section",
    path: ({ at }) => at("/requests/import"),
    heading: /^作業依頼一覧を取り込む$/,
  },
  { name: "確認中の依頼（市）", role: "city_section", path: request("confirming"), heading: /^M\d\d-\d{3}/ },
  {
    name: "対応中の依頼（委託先）",
    role: "responsible",
    path: request("in_progress"),
    heading: /^M\d\d-\d{3}/,
  },
  { name: "完了した依頼（監査人）", role: "auditor", path: request("done"), heading: /^M\d\d-\d{3}/ },
  { name: "質問一覧", role: "city_section", path: ({ at }) => at("/questions"), heading: /^質問一覧$/ },
  { name: "質問する", role: "responsible", path: ({ at }) => at("/questions/new"), heading: /^質問する$/ },
  { name: "質問（委託先）", role: "responsible", path: question, heading: /^Q\d\d-\d{3}/ },
  {
    name: "質問の取込",
    role: "responsible",
    path: ({ at }) => at("/questions/import"),
    heading: /^質問一覧を取り込む$/,
  },
  { name: "承認の受信箱", role: "city_section", path: ({ at }) => at("/approvals"), heading: /^承認$/ },
  { name: "許可台帳", role: "auditor", path: ({ at }) => at("/approvals/register"), heading: /^許可台帳$/ },
  {
    name: "承認・許可の申請",
    role: "responsible",
    path: ({ at }) => at("/approvals/new"),
    heading: /^承認・許可を申請する$/,
  },
  {
    name: "承認者と代理",
    role: "city_section",
    path: ({ at }) => at("/approvals/deputies"),
    heading: /^承認者と代理$/,
  },
  { name: "月の暦", role: "worker", path: ({ at }) => at("/calendar?month=2026-05"), heading: /^暦$/ },
  {
    name: "年度の暦",
    role: "worker",
    path: ({ at }) => at("/calendar?month=2026-05&view=year"),
    heading: /^暦$/,
  },
  {
    name: "期限の計算",
    role: "responsible",
    path: ({ at }) => at("/calendar/due?from=2023-06-01T16%3A30&rule=service_minutes&amount=60"),
    heading: /^期限の計算$/,
  },
  { name: "従事者", role: "city_section", path: ({ at }) => at("/people"), heading: /^従事者$/ },
  { name: "作業体制図", role: "auditor", path: ({ at }) => at("/people/chart"), heading: /^作業体制図$/ },
  {
    name: "名簿の取込",
    role: "responsible",
    path: ({ at }) => at("/people/import"),
    heading: /^従事者名簿を取り込む$/,
  },
  { name: "契約", role: "city_section", path: ({ at }) => at("/contract"), heading: /^契約$/ },
  {
    name: "対応記録",
    role: "worker",
    path: async (desk) => {
      await activity(desk);
      return desk.at("/activities");
    },
    heading: /^対応記録$/,
  },
  { name: "対応の記録", role: "responsible", path: activity, heading: /^N\d\d-\d{3}/ },
  { name: "機器台帳", role: "worker", path: ({ at }) => at("/register"), heading: /^機器台帳$/ },
  {
    name: "異動の記録",
    role: "worker",
    path: ({ at }) => at("/register/movements"),
    heading: /^異動の記録$/,
  },
  {
    name: "台帳の版",
    role: "worker",
    path: ({ at }) => at("/register/editions"),
    heading: /^所在等管理一覧の版$/,
  },
  {
    name: "印刷枚数調査",
    role: "city_section",
    path: ({ at }) => at("/register/page-surveys"),
    heading: /^印刷枚数調査$/,
  },
  {
    name: "調査の枚数",
    role: "responsible",
    path: row("/page-surveys", survey(), "/register/page-surveys"),
    heading: /^印刷枚数調査 見回り$/,
  },
  {
    name: "台数の表",
    role: "city_section",
    path: ({ at }) => at("/register/matrix"),
    heading: /^拠点・機種別の台数$/,
  },
  {
    name: "機器",
    role: "worker",
    path: async (desk) => {
      const answer = await desk.page.request.get(desk.api("/register?limit=1"));
      return desk.at(`/register/${(await answer.json()).items[0].id}`);
    },
    heading: /./,
  },
  {
    name: "更改計画",
    role: "city_section",
    path: ({ at }) => at("/register/renewals"),
    heading: /^更改計画$/,
  },
  {
    name: "アドレスの範囲",
    role: "city_section",
    path: ({ at }) => at("/register/ranges"),
    heading: /^拠点のIPアドレスの範囲$/,
  },
  {
    name: "機器の一覧の取込",
    role: "worker",
    path: ({ at }) => at("/register/import"),
    heading: /^機器の一覧の取込$/,
  },
  {
    name: "拠点の別名",
    role: "responsible",
    path: ({ at }) => at("/register/site-aliases"),
    heading: /^拠点の別名$/,
  },
  {
    name: "まとめた変更",
    role: "responsible",
    path: ({ at }) => at("/register/acts"),
    heading: /^まとめた変更と取消$/,
  },
  {
    name: "入退室記録",
    role: "worker",
    path: async (desk) => {
      await entryRecord(desk);
      return desk.at("/premises");
    },
    heading: /^庁舎の記録$/,
  },
  { name: "訓練・協力", role: "worker", path: drill, heading: /^庁舎の記録$/ },
  {
    name: "管理区域",
    role: "city_section",
    path: ({ at }) => at("/premises/rooms"),
    heading: /^庁舎の記録$/,
  },
  { name: "問合せ先", role: "worker", path: ({ at }) => at("/desks"), heading: /^問合せ先$/ },
  { name: "問合せの記録", role: "worker", path: ({ at }) => at("/desks/calls"), heading: /^問合せ先$/ },
  { name: "緊急連絡先", role: "worker", path: onCall, heading: /^問合せ先$/ },
  { name: "棚卸", role: "worker", path: ({ at }) => at("/register/stocktakes"), heading: /^棚卸$/ },
  { name: "QRラベル", role: "worker", path: ({ at }) => at("/register/labels"), heading: /^QRラベル$/ },
  { name: "修理台帳", role: "worker", path: ({ at }) => at("/repairs"), heading: /^修理台帳$/ },
  {
    name: "予備機の在庫",
    role: "responsible",
    path: ({ at }) => at("/repairs/stock"),
    heading: /^予備機の在庫$/,
  },
  { name: "拠点の一覧", role: "worker", path: ({ at }) => at("/sites"), heading: /^拠点$/ },
  { name: "拠点", role: "worker", path: site(), heading: /^\d+ / },
  { name: "階と席の編集", role: "worker", path: site("/layout"), heading: /^階と席の編集$/ },
  {
    name: "拠点の一覧の取込",
    role: "worker",
    path: ({ at }) => at("/sites/import"),
    heading: /^拠点の一覧の取込$/,
  },
  {
    name: "設置・撤去台帳",
    role: "worker",
    path: ({ at }) => at("/installations"),
    heading: /^設置・撤去台帳$/,
  },
  {
    name: "リカバリメディア",
    role: "worker",
    path: ({ at }) => at("/recovery"),
    heading: /^リカバリメディア$/,
  },
  {
    name: "リカバリメディアの版",
    role: "responsible",
    path: (desk) => row("/recovery/editions", firstEdition(), "/recovery")(desk),
    heading: /^事務端末/,
  },
  { name: "外部媒体台帳", role: "worker", path: ({ at }) => at("/media"), heading: /^外部媒体台帳$/ },
  {
    name: "媒体",
    role: "responsible",
    path: (desk) => row("/media", medium())(desk),
    heading: /^USB-/,
  },
  { name: "貸与品台帳", role: "city_section", path: ({ at }) => at("/loans"), heading: /^貸与品台帳$/ },
  { name: "貸与品", role: "city_section", path: (desk) => row("/loans", loan())(desk), heading: /^IC-/ },
  {
    name: "ライセンス台帳",
    role: "worker",
    path: ({ at }) => at("/licences?state=all"),
    heading: /^ライセンス台帳$/,
  },
  {
    name: "ライセンス",
    role: "responsible",
    path: (desk) => row("/licences", licence())(desk),
    heading: /^\d+番\s資産管理ソフト /,
  },
  { name: "障害の一覧", role: "worker", path: ({ at }) => at("/incidents"), heading: /^障害$/ },
  {
    name: "障害の登録",
    role: "city_section",
    path: ({ at }) => at("/incidents/new"),
    heading: /^障害を/,
  },
  {
    name: "サービスレベルの月次表",
    role: "responsible",
    path: ({ at }) => at(`/incidents/months/${new Date().toISOString().slice(0, 7)}`),
    heading: /^サービスレベルの月次表 /,
  },
  {
    name: "障害の傾向",
    role: "responsible",
    path: ({ at }) => at("/incidents/trend"),
    heading: /^傾向$/,
  },
  {
    name: "改善提案の一覧",
    role: "responsible",
    path: ({ at }) => at("/incidents/improvements"),
    heading: /^改善提案$/,
  },
  {
    name: "改善の提案",
    role: "responsible",
    path: ({ at }) => at("/incidents/improvements/new"),
    heading: /^改善を提案する$/,
  },
  { name: "訪問の一覧", role: "worker", path: ({ at }) => at("/visits"), heading: /^訪問$/ },
  { name: "訪問", role: "worker", path: visit, heading: /^訪問 / },
  {
    name: "訪問の所見・要望・質問",
    role: "worker",
    path: ({ at }) => at("/visits/findings"),
    heading: /^所見・要望・質問$/,
  },
  { name: "訪問での質問", role: "worker", path: finding, heading: /^質問 / },
  {
    name: "事故・損害の一覧",
    role: "auditor",
    path: ({ at }) => at("/security-incidents"),
    heading: /^事故・損害$/,
  },
  {
    name: "情報セキュリティ事故",
    role: "responsible",
    path: (desk) => row("/security-incidents", incident())(desk),
    heading: /^J\d\d-\d{3}/,
  },
  {
    name: "損害の記録",
    role: "city_section",
    path: (desk) => row("/security-incidents", damage())(desk),
    heading: /^J\d\d-\d{3} 床の損傷$/,
  },
  {
    name: "事故・損害の届け出",
    role: "site_contact",
    path: ({ at }) => at("/security-incidents/new"),
    heading: /^事故・損害を届け出る$/,
  },
  { name: "監査", role: "auditor", path: ({ at }) => at("/audit"), heading: /^監査/ },
  { name: "利用者", role: "administrator", path: () => "/admin/people", heading: /^利用者$/ },
  { name: "契約の役割", role: "administrator", path: () => "/admin/roles", heading: /^契約の役割$/ },
  { name: "祝日", role: "administrator", path: () => "/admin/holidays", heading: /^祝日$/ },
  { name: "APIトークン", role: "city_section", path: () => "/admin/tokens", heading: /^APIトークン$/ },
  { name: "Webhook", role: "city_section", path: () => "/admin/webhooks", heading: /^Webhook$/ },
  { name: "メール", role: "administrator", path: () => "/admin/mail", heading: /^メール$/ },
  { name: "お知らせ", role: "responsible", path: ({ at }) => at("/notices"), heading: /^お知らせ$/ },
  {
    name: "通知の受け取り方",
    role: "site_contact",
    path: ({ at }) => at("/notices/choices"),
    heading: /^通知の受け取り方$/,
  },
  { name: "自分の登録", role: "worker", path: () => "/account", heading: /^自分の登録$/ },
  { name: "ないページ", role: "worker", path: ({ at }) => at("/nowhere"), heading: /^ページがありません$/ },
];

/** Opens a page and waits until its data stands on it. */
export async function open({ path, heading }: Place, desk: Desk): Promise<Page> {
  const { page } = desk;
  await page.goto(await path(desk));
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await expect(page.getByText("読み込んでいます…")).toHaveCount(0);
  return page;
}
