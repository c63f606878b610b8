import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { today } from "../../api/session";
import type { OnCallPlan, OnCallShift } from "../../api/types";
import { addDays } from "../../lib/day";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { Band } from "./Band";
import { CallNow } from "./CallNow";
import { DeskFrame } from "./DeskFrame";
import { planQuery } from "./desk.queries";
import { deskText } from "./desk.text";
import { ListDialog, PatternDialog } from "./draft-dialogs";
import { RemoveShiftDialog, ShiftDialog } from "./shift-dialogs";

type Asking = "shift" | "pattern" | "list";

/** Whom to call now, and who is called in the coming four weeks. */
export default function OnCallPage() {
  const t = useText(deskText);
  const contract = useContractId();
  const { from } = useSearch({ from: "/inside/contracts/$contract/desks/on-call" });
  const { data: plan } = useSuspenseQuery(planQuery(contract, from));
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <DeskFrame
      actions={
        plan.may_keep && (
          <>
            <Button look="solid" onClick={() => setAsking("shift")}>
              {t("addShift")}
            </Button>
            <Button onClick={() => setAsking("pattern")}>{t("addPattern")}</Button>
            <Button onClick={() => setAsking("list")}>{t("pasteList")}</Button>
          </>
        )
      }
    >
      <div className="stack">
        <p className="quiet">{t(plan.now.needed ? "onCallAbout" : "onCallNotNeeded")}</p>
        <CallNow now={plan.now} />
        {plan.now.needed && <Gaps plan={plan} />}
        <Block title={t("band")} actions={<Weeks contract={contract} first={plan.first} />}>
          <p className="field-hint">{t("bandKey")}</p>
          <Band plan={plan} />
        </Block>
        <Shifts contract={contract} plan={plan} />
      </div>
      {asking === "shift" && <ShiftDialog contract={contract} shift={undefined} onClose={close} />}
      {asking === "pattern" && <PatternDialog contract={contract} onClose={close} />}
      {asking === "list" && <ListDialog contract={contract} onClose={close} />}
    </DeskFrame>
  );
}

function Weeks({ contract, first }: { contract: string; first: string }) {
  const t = useText(deskText);
  const to = "/contracts/$contract/desks/on-call" as const;
  const params = { contract };
  return (
    <nav className="desk-acts no-print" aria-label={t("band")}>
      <Link to={to} params={params} search={{ from: addDays(first, -28) }}>
        {t("earlier")}
      </Link>
      {first !== today() && (
        <Link to={to} params={params} search={{}}>
          {t("thisWeek")}
        </Link>
      )}
      <Link to={to} params={params} search={{ from: addDays(first, 28) }}>
        {t("later")}
      </Link>
    </nav>
  );
}

function Gaps({ plan: { gaps } }: { plan: OnCallPlan }) {
  const t = useText(deskText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <Block title={t("gaps")} count={t("gapCount", { count: gaps.length })}>
      {gaps.length === 0 ? (
        <p>
          <Chip tone="green" sign="○">
            {t("noGaps")}
          </Chip>
        </p>
      ) : (
        <Table caption={t("gaps")}>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("reason")}</th>
            </tr>
          </thead>
          <tbody>
            {gaps.map(({ from, until, reason }) => (
              <tr key={from}>
                <th scope="row">
                  {sayInstant(from, spoken)}～{sayInstant(until, spoken)}
                </th>
                <td>{say(reason)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}

function Shifts({ contract, plan: { shifts, may_keep } }: { contract: string; plan: OnCallPlan }) {
  const t = useText(deskText);
  const spoken = useLanguage();
  const [asking, setAsking] = useState<{ act: "change" | "remove"; shift: OnCallShift }>();
  const close = () => setAsking(undefined);
  return (
    <Block title={t("shifts")}>
      {shifts.length === 0 ? (
        <p className="quiet">{t("noShifts")}</p>
      ) : (
        <Table caption={t("shifts")}>
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("person")}</th>
              <th scope="col">{t("phone")}</th>
              <th scope="col">{t("rank")}</th>
              <th scope="col">{t("note")}</th>
              {may_keep && (
                <th scope="col" className="no-print">
                  {t("acts")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shifts.map((shift) => (
              <tr key={shift.id}>
                <th scope="row">
                  {sayInstant(shift.from, spoken)}～{sayInstant(shift.until, spoken)}
                </th>
                <td>{shift.person}</td>
                <td>{shift.phone}</td>
                <td>{t(shift.rank)}</td>
                <td>{shift.note}</td>
                {may_keep && (
                  <td className="no-print">
                    <div className="desk-acts">
                      <Button size="sm" onClick={() => setAsking({ act: "change", shift })}>
                        {t("change")}
                      </Button>
                      <Button size="sm" onClick={() => setAsking({ act: "remove", shift })}>
                        {t("removeShift")}
                      </Button>
                    </div>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {asking?.act === "change" && <ShiftDialog contract={contract} shift={asking.shift} onClose={close} />}
      {asking?.act === "remove" && (
        <RemoveShiftDialog contract={contract} shift={asking.shift} onClose={close} />
      )}
    </Block>
  );
}
