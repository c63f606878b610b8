import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useContractId } from "../../api/contract";
import type { Desk } from "../../api/types";
import { type Text, useSay, useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { Block } from "../../ui/Page";
import { NewCallDialog } from "./call-dialogs";
import { DeskFrame } from "./DeskFrame";
import { directoryQuery } from "./desk.queries";
import { deskText } from "./desk.text";
import { DaysOffDialog } from "./desk-dialogs";
import { OpenState } from "./OpenState";
import { Vendors } from "./Vendors";

/** The directory: every maker's desk with whether it is open now, and the vendors of the contract. */
export default function DirectoryPage() {
  const t = useText(deskText);
  const contract = useContractId();
  const { device } = useSearch({ from: "/inside/contracts/$contract/desks" });
  const { data } = useSuspenseQuery(directoryQuery(contract, device));
  const [asking, setAsking] = useState<{ act: "call" | "manage"; desk: Desk }>();
  const close = () => setAsking(undefined);
  const current = data.desks.find(({ id }) => id === asking?.desk.id);
  return (
    <DeskFrame>
      <div className="stack">
        <Block title={t("desks")}>
          {data.desks.length === 0 && <p className="quiet">{t("noDesks")}</p>}
          <div className="desk-cards">
            {data.desks.map((desk) => (
              <DeskCard key={desk.id} desk={desk}>
                {data.may_keep && (
                  <div className="desk-acts no-print">
                    <Button size="sm" look="solid" onClick={() => setAsking({ act: "call", desk })}>
                      {t("call")}
                    </Button>
                    {(desk.monthly_days_off || desk.now) && (
                      <Button size="sm" onClick={() => setAsking({ act: "manage", desk })}>
                        {t("manage")}
                      </Button>
                    )}
                  </div>
                )}
              </DeskCard>
            ))}
          </div>
        </Block>
        <Vendors contract={contract} directory={data} />
      </div>
      {asking?.act === "call" && (
        <NewCallDialog
          contract={contract}
          desks={data.desks}
          initial={{ desk: asking.desk.id, device_id: device ?? "" }}
          onClose={close}
        />
      )}
      {asking?.act === "manage" && current && (
        <DaysOffDialog contract={contract} desk={current} onClose={close} />
      )}
    </DeskFrame>
  );
}

function DeskCard({ desk, children }: { desk: Desk; children: ReactNode }) {
  const t = useText(deskText);
  const say = useSay();
  const lines: [string, Text][] = [
    [t("devices"), desk.devices],
    [t("reception"), desk.reception],
    [t("service"), desk.service],
    [t("sayWhenCalling"), desk.say_when_calling],
    [t("mailForm"), desk.mail_form],
    [t("remarks"), desk.remarks],
  ];
  return (
    <article className="desk-card" aria-label={desk.desk}>
      <h3>{desk.desk}</h3>
      <p className="desk-contact">{desk.contact}</p>
      <OpenState now={desk.now} repairs={desk.repairs} />
      <dl className="desk-facts">
        {lines
          .filter(([, text]) => text.ja !== "")
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{say(text)}</dd>
            </div>
          ))}
        {desk.visit_within_open_days != null && (
          <div>
            <dt>{t("visitRule")}</dt>
            <dd>{t("visitWithin", { count: desk.visit_within_open_days })}</dd>
          </div>
        )}
        {desk.maintained && (
          <div>
            <dt>{t("note")}</dt>
            <dd>
              {t("maintained")} {desk.note}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("clause")}</dt>
          <dd>{desk.clause}</dd>
        </div>
      </dl>
      {children}
    </article>
  );
}
