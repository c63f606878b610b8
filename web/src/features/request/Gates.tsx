import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay, useSide } from "../../api/session";
import type { Contract, Gate, Gates as GatesState, WorkRequest, WorkStart } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { GateLink } from "./gate-link";
import { gatesQuery } from "./gates.queries";
import { gatesText } from "./gates.text";
import { EmergencyDialog, StartDialog, TakeOverDialog, TellAgainDialog, VendorDialog } from "./start-dialogs";

interface Props {
  contract: Contract;
  row: WorkRequest;
}

type Asking = "start" | "emergency" | "take_over" | "vendor" | "tell_again";

/** What the start waits for: every condition with word and sign, what is missing, who acts, and the way there. */
export function Gates({ contract, row }: Props) {
  const t = useText(gatesText);
  const [asking, setAsking] = useState<Asking | undefined>();
  const [all, setAll] = useState(false);
  const { data } = useQuery(gatesQuery(contract.id, row.id));
  if (!data) return null;
  const shown = all ? data.items : data.items.filter(({ state }) => state !== "not_needed");
  const close = () => setAsking(undefined);
  return (
    <Block
      id="gates"
      title={t("title")}
      count={data.shut === 0 ? t("allOpen") : t("missing", { count: data.shut })}
      actions={<Acts gates={data} onAsk={setAsking} />}
    >
      <Started gates={data} onTellAgain={() => setAsking("tell_again")} />
      <Table caption={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("gate")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("who")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((gate) => (
            <Row
              key={gate.kind}
              gate={gate}
              contract={contract}
              row={row}
              onVendor={() => setAsking("vendor")}
            />
          ))}
        </tbody>
      </Table>
      {shown.length < data.items.length || all ? (
        <Button size="sm" look="text" onClick={() => setAll(!all)}>
          {all ? t("hideUnneeded") : t("showAll")}
        </Button>
      ) : null}
      <Duties gates={data} />
      {asking === "start" && <StartDialog contract={contract} row={row} gates={data} onClose={close} />}
      {asking === "emergency" && <EmergencyDialog contract={contract} row={row} onClose={close} />}
      {asking === "take_over" && <TakeOverDialog contract={contract} row={row} onClose={close} />}
      {asking === "tell_again" && data.start && (
        <TellAgainDialog contract={contract} start={data.start} onClose={close} />
      )}
      {asking === "vendor" && <VendorDialog contract={contract} row={row} onClose={close} />}
    </Block>
  );
}

function Acts({ gates, onAsk }: { gates: GatesState; onAsk: (asking: Asking) => void }) {
  const t = useText(gatesText);
  const { can, shut } = gates;
  return (
    <div className="actions">
      {can.includes("start") && (
        <Button
          look={shut === 0 ? "solid" : "outline"}
          aria-disabled={shut > 0}
          onClick={() => onAsk("start")}
        >
          {t("start")}
        </Button>
      )}
      {can.includes("take_over") && <Button onClick={() => onAsk("take_over")}>{t("takeOver")}</Button>}
      {can.includes("start_emergency") && shut > 0 && (
        <Button look="danger" onClick={() => onAsk("emergency")}>
          {t("emergency")}
        </Button>
      )}
    </div>
  );
}

const looks = {
  open: { tone: "green", sign: "○" },
  shut: { tone: "red", sign: "×" },
  not_needed: { tone: "neutral", sign: "－" },
  waived: { tone: "neutral", sign: "－" },
} as const;

function Row({ gate, contract, row, onVendor }: Props & { gate: Gate; onVendor: () => void }) {
  const t = useText(gatesText);
  const say = useSay();
  const may = useMay(contract.id);
  const side = useSide(contract.id);
  const tells = side === "contractor" && may("propose_schedule");
  const look = looks[gate.state];
  return (
    <tr data-gate={gate.kind} data-state={gate.state}>
      <th scope="row">{say(gate.label)}</th>
      <td>
        <Chip tone={look.tone} sign={look.sign}>
          {t(gate.state)}
        </Chip>
      </td>
      <td className="gate-text">{say(gate.text)}</td>
      <td>
        {gate.state === "shut" && (
          <span className="gate-who">
            <span>{say(gate.who)}</span>
            {gate.kind === "vendor" ? (
              tells && (
                <Button size="sm" onClick={onVendor}>
                  {t("vendorSay")}
                </Button>
              )
            ) : (
              <GateLink gate={gate} contract={contract.id} request={row.id} />
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

const disputed = ({ confirmation }: WorkStart) =>
  confirmation === "refused" || confirmation === "withdrawn" || confirmation === "voided";

/** How the work began, once it has. */
function Started({ gates: { start }, onTellAgain }: { gates: GatesState; onTellAgain: () => void }) {
  const t = useText(gatesText);
  if (!start) return null;
  return (
    <>
      {start.kind === "emergency" && (
        <Banner tone="warning" title={t("emergencyChip")}>
          {t("instructionFact", {
            at: start.instructed_at ? sayInstant(start.instructed_at) : "",
            by: start.instructed_by,
            how: start.instructed_how,
            text: start.instruction,
          })}
          {start.retroactive && <> {t("retroactive")}</>}
        </Banner>
      )}
      {disputed(start) && (
        <Banner tone="error" title={t("disputed")}>
          {start.opinion !== "" && t("disputedWhy", { text: start.opinion })}{" "}
          {start.can_tell_again && (
            <Button size="sm" onClick={onTellAgain}>
              {t("tellAgain")}
            </Button>
          )}
        </Banner>
      )}
      <Facts>
        <Fact term={t("startOf")}>
          {t("startedFact", { at: sayInstant(start.started_at), name: start.started_name })}
        </Fact>
        {start.procedure !== "" && <Fact term={t("procedureOf")}>{start.procedure}</Fact>}
      </Facts>
    </>
  );
}

function Duties({ gates: { start } }: { gates: GatesState }) {
  const t = useText(gatesText);
  const say = useSay();
  if (!start || start.duties.length === 0) return null;
  return (
    <Table caption={t("duties")}>
      <thead>
        <tr>
          <th scope="col">{t("duty")}</th>
          <th scope="col">{t("due")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("state")}</th>
        </tr>
      </thead>
      <tbody>
        {start.duties.map((duty) => (
          <tr key={duty.gate} data-duty={duty.gate}>
            <th scope="row">{say(duty.label)}</th>
            <td>{sayInstant(duty.due_at)}</td>
            <td>{duty.side === "city" ? t("citySide") : t("contractorSide")}</td>
            <td>
              {duty.closed_at ? (
                <Chip tone="green" sign="○">
                  {t("dutyMet", { at: sayInstant(duty.closed_at) })}
                </Chip>
              ) : (
                <Chip tone="yellow" sign="△">
                  {t("dutyOpen")}
                </Chip>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
