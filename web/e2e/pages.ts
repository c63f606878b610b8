import type { Page } from "@playwright/test";
import { type Desk, expect, type Role } from "./house";

interface Place {
  name: string;
  role: Role;
  /** Where the page is; may make data of its own first. */
  path: (desk: Desk) => string | Promise<string>;
  heading: RegExp;
}

const request = (status: string) => async (desk: Desk) => {
  const answer = await desk.page.request.get(desk.api(`/work-requests?status=${status}&limit=1`));
  const { items } = await answer.json();
  return desk.at(`/requests/${items[0].id}`);
};

/** A row of a register, made by the one who opens it. */
const row =
  (list: string, body: object, page = list) =>
  async (desk: Desk) => {
    const made = await desk.send("post", list, body);
    expect(made.status()).toBe(201);
    return desk.at(`${page}/${(await made.json()).id}`);
  };

const site =
  (part = "") =>
  async (desk: Desk) => {
    const { items } = await (await desk.page.request.get(desk.api("/site-register"))).json();
    return desk.at(`/sites/${items[0].id}${part}`);
  };

const medium = () => ({
  label: `USB-${Date.now().toString(36)}`,
  kind: "usb",
  name: "更新プログラム",
  purpose: "OSの更新",
  keeper: "架空 一郎",
  storage_place: "施錠棚A",
});

/** Of a model that nobody has: the editions on the devices of the example stay what people write. */
const firstEdition = () => {
  const mark = Date.now().toString(36);
  return {
    family: "office",
    model: `見本端末 ${mark}`,
    number: `初版 ${mark}`,
    origin: "first",
    planned_on: "2025-10-01",
  };
};

const loan = () => ({
  number: `IC-${Date.now().toString(36)}`,
  kind: "ic_card",
  title: "入館カード",
  lent_by: "システム課",
  lent_to: "架空保守",
  holder: "試作 次郎",
  storage_place: "金庫",
  lent_on: "2025-04-01",
  due_back: "2025-04-30",
});

const incident = () => ({
  kind: "leak",
  title: "書類の誤送付",
  what: "別の課あての封筒に入れた。",
  noticed_at: "2025-12-01T09:00",
  place: "執務室",
});
const survey = () => ({
  title: "印刷枚数調査 見回り",
  on: "2026-11-02",
  first: null,
  last: null,
  agreed: "",
});

const activity = async (desk: Desk) => {
  const made = await desk.send("post", "/activities", {
    work_type: "fault_analysis",
    title: "更新手順についての照会",
    asked_by: "システム課",
    what: "適用の順について電話で確かめた。",
    done_on: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10),
    hours: 0.5,
    performed_by: "試作 次郎",
  });
  expect(made.status(), await made.text()).toBe(201);
  return desk.at(`/activities/${(await made.json()).id}`);
};

/** Somebody who is inside a room of the first site. */
const entryRecord = async (desk: Desk) => {
  const { items } = await (await desk.page.request.get(desk.api("/site-register"))).json();
  const mark = Date.now().toString(36);
  const room = await desk.send("post", "/controlled-rooms", {
    site_id: items[0].id,
    name: `サーバ室 ${mark}`,
    floor: "3階",
    procedure: "守衛室で鍵を借り、入退室簿に記入する。",
  });
  expect(room.status(), await room.text()).toBe(201);
  const entered = await desk.send("post", "/entry-records", {
    room_id: (await room.json()).id,
    name: `見本 花子 ${mark}`,
    affiliation: "架空電機",
    purpose: "無停電電源装置の点検",
    attendant: "見本 市子",
  });
  expect(entered.status(), await entered.text()).toBe(201);
};

/** Somebody on call through the nights of the coming days. */
const onCall = async (desk: Desk) => {
  const { first, last } = await (await desk.page.request.get(desk.api("/on-call"))).json();
  await desk.send("post", "/on-call/pattern", {
    first,
    last,
    shape: "outside_hours",
    people: [{ person: "試作 次郎", phone: "090-0000-0001" }],
    save: true,
  });
  return desk.at("/desks/on-call");
};

const drill = async (desk: Desk) => {
  const { items } = await (await desk.page.request.get(desk.api("/site-register"))).json();
  const made = await desk.send("post", "/drills", {
    site_id: items[0].id,
    on: new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10),
    kind: "evacuation",
    asked: "館内放送に従って避難する",
    result: "全員が避難した",
    attendees: [],
  });
  expect(made.status(), await made.text()).toBe(201);
  return desk.at("/premises/drills");
};

const question = async (desk: Desk) => {
  const body = { subject_kind: "contract", title: "報告書の様式", text: "従来の様式でよいですか。" };
  const answer = await desk.send("post", "/questions", body);
  const { question: asked } = await answer.json();
  return desk.at(`/questions/${asked.id}`);
};

/** A visit with its checklist, announced for a time at which nobody else goes anywhere. */
const visit = async (desk: Desk) => {
  const { items } = await (await desk.page.request.get(desk.api("/site-register"))).json();
  const { server_time } = await (await desk.page.request.get("/api/v1/session")).json();
  const day = new Date(Date.parse(server_time) + 9 * 3_600_000).toISOString().slice(0, 10);
  const made = await desk.send("post", "/visits", {
    site_id: items[0].id,
    purpose: "印刷がかすれる原因の調査",
    planned_from: `${day}T10:00`,
    planned_until: `${day}T11:30`,
    told: "窓口 さくら",
    workers: [{ name: `架空 一郎 ${Date.now().toString(36)}` }],
  });
  expect(made.status(), await made.text()).toBe(201);
  return desk.at(`/visits/${(await made.json()).id}`);
};

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
  { name: "訪問の一覧", role: "worker", path: ({ at }) => at("/visits"), heading: /^訪問$/ },
  { name: "訪問", role: "worker", path: visit, heading: /^訪問 / },
  {
    name: "情報セキュリティ事故の一覧",
    role: "auditor",
    path: ({ at }) => at("/security-incidents"),
    heading: /^情報セキュリティ事故$/,
  },
  {
    name: "情報セキュリティ事故",
    role: "responsible",
    path: (desk) => row("/security-incidents", incident())(desk),
    heading: /^J\d\d-\d{3}/,
  },
  {
    name: "事故の届け出",
    role: "site_contact",
    path: ({ at }) => at("/security-incidents/new"),
    heading: /^情報セキュリティ事故を届け出る$/,
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
