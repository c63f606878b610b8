import { dayOf, type Houses, send } from "./houses";

/** Things on loan from the city; the one that is shown. */
export async function loans({ city }: Houses): Promise<string> {
  const lend = async (
    number: string,
    kind: string,
    title: string,
    lent_on: string,
    due_back: string,
    holder = "試作 次郎",
  ) =>
    (
      await send(city, "/loans", {
        number,
        kind,
        title,
        lent_by: "システム課",
        lent_to: "架空システム株式会社",
        holder,
        storage_place: "事務所 金庫",
        lent_on,
        due_back,
      })
    ).id as string;
  const card = await lend("IC-001", "ic_card", "入館カード", dayOf(-200), dayOf(120));
  await send(
    city,
    `/loans/${card}/acts`,
    { act: "checked", person: "見本 太郎", in_order: true },
    `/loans/${card}`,
  );
  await lend("IC-002", "ic_card", "入館カード", dayOf(-200), dayOf(5), "架空 一郎");
  await lend("KEY-03", "key", "サーバ室の鍵", dayOf(-60), dayOf(-3), "架空 一郎");
  await lend("DOC-11", "document", "ネットワーク構成図", dayOf(-90), dayOf(90), "保全 三枝");
  await lend("MAN-02", "manual", "窓口端末 操作説明書", dayOf(-90), dayOf(300));
  return card;
}

/** Licences of third parties' software; the one that is shown. */
export async function licences({ contractor }: Houses): Promise<string> {
  const enter = async (software: string, fields: object) =>
    (
      await send(contractor, "/licences", {
        software,
        edition: "",
        publisher: "架空ソフト株式会社",
        licensee: "見本市",
        kind: "term",
        quantity: 1,
        obtained_on: dayOf(-240),
        purpose: "端末の保守",
        certificate_place: "システム課 金庫",
        ...fields,
      })
    ).id as string;
  const watched = await enter("資産管理ソフト", {
    edition: "5.2",
    quantity: 130,
    valid_until: dayOf(40),
    purpose: "端末の構成と更新の確認",
  });
  await enter("文書変換ソフト", { edition: "2024", kind: "bought", quantity: 12, purpose: "手順書の作成" });
  await enter("画面共有ソフト", {
    edition: "3",
    quantity: 4,
    valid_until: dayOf(125),
    payer: "other",
    payer_name: "見本市",
    payer_reason: "市の資産として使い続けるため",
    purpose: "遠隔での操作支援",
  });
  return watched;
}
