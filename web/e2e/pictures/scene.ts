import { type Desk, openGates, type Role } from "../house";
import { dayOf, type Houses, read, send } from "./houses";
import { licences, loans } from "./kept";

/** Where the pages of the pictures are: identifiers of what the scene made. */
export interface Scene {
  /** A request whose gates are partly shut. */
  shut: string;
  /** A request in work, with a procedure that is followed and people. */
  working: string;
  procedure: string;
  question: string;
  waiting: string;
  granted: string;
  medium: string;
  loan: string;
  licence: string;
  incident: string;
  worker: string;
}

/** The next days on which the office works. */
async function openDays(desk: Desk): Promise<string[]> {
  const { items } = await read(desk, `/calendar/days?from=${dayOf(1)}&to=${dayOf(24)}`);
  return items.filter(({ open }: { open: boolean }) => open).map(({ day }: { day: string }) => day);
}

async function siteCalled(desk: Desk, name: string): Promise<{ id: string; devices: string[] }> {
  const { items } = await read(desk, "/sites");
  const site = items.find((each: { name: string }) => each.name === name);
  const devices = await read(desk, `/devices?site=${site.id}`);
  return { id: site.id, devices: devices.items.map(({ id }: { id: string }) => id) };
}

async function accepted({ city, contractor }: Houses, title: string, fields: object = {}) {
  const request = await send(city, "/work-requests", { title, work_types: [], ...fields });
  const one = `/work-requests/${request.id}`;
  await send(contractor, `${one}/accept`, { planned_hours: 3 }, one);
  return request.id as string;
}

async function window(
  desk: Desk,
  request: string,
  day: string,
  hours: readonly [string, string],
  site?: string,
) {
  const [from, until] = hours.map((time) => `${day}T${time}:00+09:00`);
  return send(desk, `/work-requests/${request}/windows`, {
    from,
    until,
    people: "試作 次郎",
    overtime: Number(hours[1].slice(0, 2)) > 17 ? "contractor_reason" : "",
    ...(site && { site_id: site }),
  });
}

const firstText = [
  "1. 作業の前に控えを取る",
  "2. 窓口の業務が終わったことを担当者に確かめる",
  "3. 更新プログラムを適用する",
  "4. 再起動は利用者が行う",
  "5. 版が 26200 であることを確かめる",
];
const secondText = firstText.with(3, "4. 再起動は作業者が閉庁後に行う").toSpliced(4, 0, "5. 印刷を1枚試す");

const steps = [
  { text: "控えを取る", per_device: false, operation_check: false, photo: false },
  { text: "更新プログラムを適用し、再起動する", per_device: true, operation_check: false, photo: false },
  { text: "住民票の写しを試しに1枚印刷する", per_device: true, operation_check: true, photo: true },
];

const newest = async (desk: Desk, procedure: string) => (await read(desk, procedure)).versions[0];

async function writeFile(desk: Desk, procedure: string, lines: readonly string[]): Promise<string> {
  const { id, version } = await newest(desk, procedure);
  const file = `files?name=${encodeURIComponent("更新手順.txt")}`;
  await send(desk, `${procedure}/versions/${id}/${file}`, Buffer.from(lines.join("\n")), version);
  return id;
}

/** A procedure whose first version was approved for the request, and whose second awaits that. */
async function procedures(houses: Houses, request: string, devices: readonly string[]): Promise<string> {
  const { city, contractor } = houses;
  await send(contractor, "/procedures", { kind: "own", title: "管理者パスワード変更の作業手順書" });
  await send(contractor, "/procedures", {
    kind: "maker_manual",
    title: "読取装置 取扱説明書",
    issuer: "架空電機株式会社",
    edition: "第3版",
  });
  const made = await send(contractor, "/procedures", { kind: "own", title: "Windows更新の作業手順書" });
  const one = `/procedures/${made.id}`;
  const first = await writeFile(contractor, one, firstText);
  const { id, version } = await newest(contractor, one);
  await send(contractor, `${one}/versions/${id}/steps`, { steps }, version, "put");
  const followed = await send(contractor, `/work-requests/${request}/procedures`, {
    version_id: first,
    acts: ["install_software"],
    devices: devices.slice(0, 3),
  });
  await grant(city, followed.followed.at(-1).approval_id);
  return made.id;
}

/** What the city reads before it approves: the differences; the approval of the first version is void then. */
export async function secondVersion(contractor: Desk, procedure: string): Promise<void> {
  const one = `/procedures/${procedure}`;
  await send(contractor, `${one}/versions`, { note: "再起動の時刻を改めた", copy: true }, one);
  await writeFile(contractor, one, secondText);
}

async function grant(city: Desk, id: string, conditions = ""): Promise<void> {
  const { approval } = await read(city, `/approvals/${id}`);
  await send(
    city,
    `/approvals/${id}/decide`,
    {
      verdict: "grant",
      conditions,
      ...(approval.content_sha256 && { content_sha256: approval.content_sha256 }),
    },
    `/approvals/${id}`,
  );
}

async function questions({ city, contractor }: Houses, request: string): Promise<string> {
  const ask = async (title: string, text: string, about: object) =>
    (await send(contractor, "/questions", { title, text, ...about })).question.id as string;
  const ofRequest = { subject_kind: "work_request", request_id: request };
  const act = (desk: Desk, id: string, name: string, body: object) =>
    send(desk, `/questions/${id}/${name}`, body, `/questions/${id}`);
  const told = await ask("再起動の時刻", "再起動は開庁時間の後でよいですか。", ofRequest);
  await act(city, told, "answer", { text: "17時15分の後にしてください。" });
  await act(contractor, told, "accept", {});
  const [{ id: approval }] = (await read(city, `/questions/${told}`)).approvals;
  await grant(city, approval);
  await act(city, told, "answer", {
    text: "木曜日は18時の後にしてください。",
    change: "木曜日は窓口を18時まで延ばす。",
  });
  await act(contractor, told, "comments", { text: "木曜日を避けて予定します。" });
  const answered = await ask("月次報告書の様式", "前年度の様式のままでよいですか。", {
    subject_kind: "contract",
  });
  await act(city, answered, "answer", { text: "前年度のままで構いません。" });
  await ask("印刷の確認に使う用紙", "改ざん防止用紙を1枚使ってよいですか。", ofRequest);
  return told;
}

async function approvals({ city, contractor }: Houses, request: string, site: string) {
  const [day = "", next = ""] = await openDays(city);
  const ask = async (fields: object) => (await send(contractor, "/approvals", fields)).approval.id as string;
  const granted = await ask({
    kind: "prohibited_act",
    title: "窓口端末の移設",
    reason: "レイアウトの変更に合わせて、端末2台を移すため。",
    acts: ["move_terminal"],
    request_id: request,
    site_id: site,
    from: `${day}T09:00:00+09:00`,
    until: `${next}T17:00:00+09:00`,
  });
  await grant(city, granted, "市の職員の立会いのもとで行うこと");
  const refused = await ask({
    kind: "take_out",
    title: "復旧用媒体の持出し",
    reason: "事務所で内容を確かめるため。",
    acts: ["take_out"],
  });
  const verdict = { verdict: "refuse", opinion: "市役所の中で確かめてください。" };
  await send(city, `/approvals/${refused}/decide`, verdict, `/approvals/${refused}`);
  await ask({
    kind: "document_waiver",
    title: "月次の一覧の省略",
    reason: "同じ内容を月次報告書に載せているため。",
  });
  const waiting = await ask({
    kind: "prohibited_act",
    title: "証明用プリンタの設定の変更",
    reason: "用紙の向きがそろわないため、給紙の設定を改める。",
    acts: ["printer_settings"],
    request_id: request,
    site_id: site,
    from: `${day}T13:00:00+09:00`,
    until: `${day}T15:00:00+09:00`,
  });
  return { granted, waiting };
}

async function media({ contractor }: Houses, request: string): Promise<string> {
  const register = async (label: string, name: string, more: object = {}) =>
    (
      await send(contractor, "/media", {
        label,
        kind: "usb",
        name,
        purpose: "OSの更新",
        keeper: "架空 一郎",
        storage_place: "事務所 施錠棚A",
        ...more,
      })
    ).id as string;
  const check = (id: string, definitions_on: string) =>
    send(contractor, `/media/${id}/manual-checks`, {
      checked_by: "保全 三枝",
      tool: "架空アンチウイルス 12.1",
      definitions_on,
      verdict: "clean",
      note: "持ち込みの前に検査端末で確かめた。",
    });
  const used = await register("USB-01", "更新プログラム");
  await check(used, dayOf(0));
  await send(contractor, `/media/${used}/uses`, {
    request_id: request,
    planned_at: `${dayOf(1)}T10:00`,
    purpose: "更新プログラムの適用",
  });
  const out = await register("USB-02", "設定の控え");
  await send(
    contractor,
    `/media/${out}/movements`,
    { move: "taken_out", person: "試作 次郎", place: "ひがし支所", note: "設定の復元" },
    `/media/${out}`,
  );
  await register("DVD-01", "復旧用媒体", { kind: "dvd", recovery: true, purpose: "端末の復旧" });
  return used;
}

async function incidents({ contractor }: Houses): Promise<string> {
  const report = async (fields: object) =>
    (await send(contractor, "/security-incidents", { noticed_at: `${dayOf(-1)}T16:40`, ...fields }))
      .id as string;
  await report({
    kind: "damage",
    title: "持出し中の封筒の破損",
    what: "雨で封筒がぬれた。中の書類は読める。",
    place: "ひがし支所",
  });
  const leak = await report({
    kind: "leak",
    title: "書類の誤送付",
    what: "住民課あての封筒に、税務課あての一覧を入れて届けた。開封の前に回収した。",
    place: "市役所1階住民課",
    assets: "端末の一覧（個人情報なし）",
  });
  const one = `/security-incidents/${leak}`;
  const report1 = { at: `${dayOf(-1)}T17:05`, told_to: "見本 太郎", how: "電話" };
  await send(contractor, `${one}/first-report`, report1, one);
  await send(contractor, `${one}/entries`, {
    kind: "measure",
    at: `${dayOf(-1)}T17:30`,
    text: "封筒を回収し、中身がそろっていることを二人で確かめた。",
  });
  return leak;
}

/** Work that is not on equipment. */
async function activities({ contractor }: Houses): Promise<void> {
  const record = (work_type: string, title: string, what: string, result: string, hours: number) =>
    send(contractor, "/activities", {
      work_type,
      title,
      what,
      result,
      hours,
      done_on: dayOf(0),
      asked_by: "システム課 見本 太郎",
      performed_by: "試作 次郎",
    });
  const ofMaker = "開発元に電話で適用の順を確かめた。";
  await record("maker_inquiry", "更新手順の照会", ofMaker, "手順書に反映した。", 1.5);
  const ofCause = "記録を見て、混み合う時間を調べた。";
  await record("fault_analysis", "印刷が遅い原因の調査", ofCause, "月曜日の午前に集中していた。", 2.5);
}

async function people({ contractor }: Houses): Promise<string> {
  const company = "架空システム株式会社";
  await send(contractor, "/roster", {
    entry: {
      name: "新任 五郎",
      kana: "しんにん ごろう",
      company,
      work: "端末の設定",
      assets: "端末の設定情報",
      contact: "090-0000-7777",
    },
  });
  const { items } = await read(contractor, "/roster");
  return items.find(({ entry }: { entry: { name: string } }) => entry.name === "試作 次郎").id;
}

/** A month of the worked example on the desk of both sides, made through the API. */
export async function makeScene(as: (role: Role) => Promise<Desk>): Promise<Scene> {
  const houses = { city: await as("city_section"), contractor: await as("responsible") };
  const { city, contractor } = houses;
  const hall = await siteCalled(city, "市役所1階住民課");
  const east = await siteCalled(city, "ひがし支所");
  const [day = "", next = "", later = ""] = await openDays(city);
  const worker = await people(houses);
  const working = await accepted(houses, "窓口端末3台のWindows更新", { site_id: hall.id, wish_on: later });
  const procedure = await procedures(
    houses,
    working,
    hall.devices.filter((id) => id),
  );
  await openGates(city, contractor, working);
  await send(contractor, `/work-requests/${working}/start`, {}, `/work-requests/${working}`);
  const shut = await accepted(houses, "証明用プリンタの設定の見直し", { site_id: east.id, wish_on: later });
  const agreed = await window(contractor, shut, next, ["13:00", "15:00"], east.id);
  await send(city, `/windows/${agreed.id}/agree`, { reason: "" }, 1);
  const evening = await accepted(houses, "閉庁後の再起動と動作確認", { site_id: hall.id });
  await window(contractor, evening, day, ["17:30", "19:00"], hall.id);
  const morning = await accepted(houses, "読取装置の入替え", { site_id: east.id });
  const second = await window(contractor, morning, later, ["09:00", "11:30"], east.id);
  await send(city, `/windows/${second.id}/agree`, { reason: "" }, 1);
  const question = await questions(houses, shut);
  const asked = await approvals(houses, shut, east.id);
  await activities(houses);
  return {
    shut,
    working,
    procedure,
    question,
    ...asked,
    medium: await media(houses, working),
    loan: await loans(houses),
    licence: await licences(houses),
    incident: await incidents(houses),
    worker,
  };
}
