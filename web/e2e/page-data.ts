import { type Desk, expect } from "./house";

export const request = (status: string) => async (desk: Desk) => {
  const answer = await desk.page.request.get(desk.api(`/work-requests?status=${status}&limit=1`));
  const { items } = await answer.json();
  return desk.at(`/requests/${items[0].id}`);
};

/** A row of a register, made by the one who opens it. */
export const row =
  (list: string, body: object, page = list) =>
  async (desk: Desk) => {
    const made = await desk.send("post", list, body);
    expect(made.status()).toBe(201);
    return desk.at(`${page}/${(await made.json()).id}`);
  };

export const site =
  (part = "") =>
  async (desk: Desk) => {
    const { items } = await (await desk.page.request.get(desk.api("/site-register"))).json();
    return desk.at(`/sites/${items[0].id}${part}`);
  };

export const medium = () => ({
  label: `USB-${Date.now().toString(36)}`,
  kind: "usb",
  name: "更新プログラム",
  purpose: "OSの更新",
  keeper: "架空 一郎",
  storage_place: "施錠棚A",
});

/** Of a model that nobody has: the editions on the devices of the example stay what people write. */
export const firstEdition = () => {
  const mark = Date.now().toString(36);
  return {
    family: "office",
    model: `見本端末 ${mark}`,
    number: `初版 ${mark}`,
    origin: "first",
    planned_on: "2025-10-01",
  };
};

export const loan = () => ({
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

export const licence = () => ({
  software: `資産管理ソフト ${Date.now().toString(36)}`,
  edition: "5.2",
  publisher: "架空ソフト株式会社",
  licensee: "見本市",
  kind: "term",
  quantity: 130,
  obtained_on: "2025-04-01",
  valid_until: "2025-10-31",
  payer: "other",
  payer_name: "見本市",
  payer_reason: "市の資産として使い続けるため",
  purpose: "端末の構成の確認",
  certificate_place: "システム課 金庫",
});

export const incident = () => ({
  kind: "leak",
  title: "書類の誤送付",
  what: "別の課あての封筒に入れた。",
  noticed_at: "2025-12-01T09:00",
  place: "執務室",
});
export const damage = () => ({
  category: "damage",
  kind: "building",
  title: "床の損傷",
  what: "台車を倒し、床のタイルが割れた。",
  noticed_at: "2025-12-01T09:00",
  place: "1階 通路",
  affected: "床のタイル",
  party: "city",
});
export const survey = () => ({
  title: "印刷枚数調査 見回り",
  on: "2026-11-02",
  first: null,
  last: null,
  agreed: "",
});

export const activity = async (desk: Desk) => {
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
export const entryRecord = async (desk: Desk) => {
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
export const onCall = async (desk: Desk) => {
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

export const drill = async (desk: Desk) => {
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

export const question = async (desk: Desk) => {
  const body = { subject_kind: "contract", title: "報告書の様式", text: "従来の様式でよいですか。" };
  const answer = await desk.send("post", "/questions", body);
  const { question: asked } = await answer.json();
  return desk.at(`/questions/${asked.id}`);
};

/** A visit with its checklist, announced for a time at which nobody else goes anywhere. */
export const visit = async (desk: Desk) => {
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

/** A question that somebody of a site asked on a visit, and that was not answered at once. */
export const finding = async (desk: Desk) => {
  const id = (await visit(desk)).split("/").at(-1);
  const arrived = await desk.send("post", `/visits/${id}/arrival`, { unticked_reason: "急ぎのため" }, 1);
  expect(arrived.status(), await arrived.text()).toBe(200);
  const { server_time } = await (await desk.page.request.get("/api/v1/session")).json();
  const day = new Date(Date.parse(server_time) + 9 * 3_600_000).toISOString().slice(0, 10);
  const made = await desk.send("post", `/visits/${id}/findings`, {
    kind: "question",
    text: "両面印刷だけがかすれるのはなぜか。",
    told_by: "窓口 さくら",
    found_on: day,
    promised_on: day,
  });
  expect(made.status(), await made.text()).toBe(201);
  return desk.at(`/visits/findings/${(await made.json()).id}`);
};
