import { useState } from "react";
import type { Contract, WorkRequest } from "../../api/types";
import { type Message, message, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { ReturnDialog, SignDialog } from "./acts";
import { requestText } from "./request.text";
import { wordsOf } from "./request-columns";

type SigningSide = "contractor" | "city";

/** What the request must state before the contractor can confirm (WRQ-12); the server decides with the same list. */
export function missingFacts(row: WorkRequest): Message[] {
  const gaps: [boolean, Message][] = [
    [row.result === "", message(requestText, "enterResult")],
    [row.procedure_followed === "", message(requestText, "enterProcedure")],
    [!row.performed_on, message(requestText, "enterPerformedOn")],
    [row.performed_by === "", message(requestText, "enterPerformedBy")],
    [row.actual_hours == null, message(requestText, "enterActualHours")],
  ];
  return gaps.filter(([open]) => open).map(([, text]) => text);
}

/** Whether the caller may confirm now, with nothing missing. */
export const mayConfirm = (row: WorkRequest): boolean =>
  row.can.includes("sign_city") || (row.can.includes("sign_contractor") && missingFacts(row).length === 0);

/** Both confirmations side by side: who gave them, or who may, and what is still in the way. */
export function Confirmations({ contract, row }: { contract: Contract; row: WorkRequest }) {
  const t = useText(requestText);
  const [asking, setAsking] = useState<SigningSide | "return" | undefined>();
  const close = () => setAsking(undefined);
  return (
    <div className="confirmations">
      <Confirmation side="contractor" title={t("contractorSide")} contract={contract} row={row}>
        {row.can.includes("sign_contractor") && missingFacts(row).length === 0 && (
          <Button look="solid" onClick={() => setAsking("contractor")}>
            {t("signContractor")}
          </Button>
        )}
      </Confirmation>
      <Confirmation side="city" title={t("citySide", wordsOf(contract))} contract={contract} row={row}>
        {row.can.includes("sign_city") && (
          <Button look="solid" onClick={() => setAsking("city")}>
            {t("signCity", wordsOf(contract))}
          </Button>
        )}
        {row.can.includes("return") && (
          <Button look="danger" onClick={() => setAsking("return")}>
            {t("return")}
          </Button>
        )}
      </Confirmation>
      {asking === "return" && <ReturnDialog contract={contract} row={row} onClose={close} />}
      {(asking === "city" || asking === "contractor") && (
        <SignDialog side={asking} contract={contract} row={row} onClose={close} />
      )}
    </div>
  );
}

interface Props {
  side: SigningSide;
  title: string;
  contract: Contract;
  row: WorkRequest;
  children: React.ReactNode;
}

function Confirmation({ side, title, contract, row, children }: Props) {
  const t = useText(requestText);
  const spoken = useLanguage();
  const kind = side === "city" ? row.city_confirmation : row.contractor_confirmation;
  const on = side === "city" ? row.city_confirmed_on : row.contractor_confirmed_on;
  const by = side === "city" ? row.city_confirmed_by : row.contractor_confirmed_by;
  return (
    <section className="confirmation">
      <h3>{title}</h3>
      <p>
        {kind === "signed" && (
          <Chip tone="green" sign="○">
            {t("signed")}
          </Chip>
        )}
        {kind === "imported" && <Chip sign="写">{t("imported")}</Chip>}
        {kind === "none" && <Chip sign="－">{t("unsigned")}</Chip>}
      </p>
      {kind !== "none" && (
        <p className="confirmation-who">
          {by || t("notStated")} {on && <span>{sayDay(on, spoken)}</span>}
        </p>
      )}
      {kind === "imported" && <p className="quiet">{t("importedNote")}</p>}
      {kind === "none" && <Obstacles side={side} contract={contract} row={row} />}
      <div className="actions">{children}</div>
    </section>
  );
}

function Obstacles({ side, contract, row }: Pick<Props, "side" | "contract" | "row">) {
  const t = useText(requestText);
  const say = useSay();
  const mine = row.can.includes(side === "city" ? "sign_city" : "sign_contractor");
  const gaps = side === "contractor" && row.status !== "requested" ? missingFacts(row) : [];
  return (
    <>
      {side === "contractor" && row.status === "requested" && <p>{t("waitAccept")}</p>}
      {side === "city" && row.status !== "confirming" && row.status !== "done" && (
        <p>{t("waitContractorFirst")}</p>
      )}
      {gaps.length > 0 && (
        <div>
          <p>{t("missing")}</p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.ja}>{say(gap)}</li>
            ))}
          </ul>
        </div>
      )}
      {!mine && (
        <p className="quiet">
          {side === "city" ? t("whoCity", wordsOf(contract)) : t("whoContractor", wordsOf(contract))}
        </p>
      )}
    </>
  );
}
