import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "../../api/session";
import type { Contract, PermitNeed, WorkRequest, WorkWindow } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { windowsQuery } from "./gates.queries";
import { scheduleText } from "./gates.text";
import { AnswerDialog, PermitDialog, ProposeDialog } from "./window-dialogs";

interface Props {
  contract: Contract;
  row: WorkRequest;
}

const stands = ({ state }: WorkWindow) => state === "proposed" || state === "agreed";

/** The windows of a request: proposed by one side, agreed by the other, with the permissions they need. */
export function Schedule({ contract, row }: Props) {
  const t = useText(scheduleText);
  const may = useMay(contract.id);
  const [proposing, setProposing] = useState(false);
  const windows = useQuery(windowsQuery(contract.id, row.id)).data?.items ?? [];
  const open = row.status === "requested" || row.status === "in_progress";
  const older = windows.filter((window) => !stands(window));
  return (
    <Block
      id="schedule"
      title={t("title")}
      actions={
        may("propose_schedule") && open && <Button onClick={() => setProposing(true)}>{t("propose")}</Button>
      }
    >
      {windows.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className="windows">
        {windows.filter(stands).map((window) => (
          <Window key={window.id} contract={contract} row={row} window={window} />
        ))}
      </ul>
      {older.length > 0 && (
        <details>
          <summary>{t("older")}</summary>
          <ul className="windows">
            {older.map((window) => (
              <Window key={window.id} contract={contract} row={row} window={window} />
            ))}
          </ul>
        </details>
      )}
      {proposing && <ProposeDialog contract={contract} row={row} onClose={() => setProposing(false)} />}
    </Block>
  );
}

const looks = {
  proposed: { tone: "yellow", sign: "△" },
  agreed: { tone: "green", sign: "○" },
  refused: { tone: "red", sign: "×" },
  withdrawn: { tone: "neutral", sign: "－" },
} as const;

type Act = WorkWindow["can"][number];

function Window({ contract, row, window }: Props & { window: WorkWindow }) {
  const t = useText(scheduleText);
  const say = useSay();
  const [asking, setAsking] = useState<Act | undefined>();
  const look = looks[window.state];
  const side = (which: string) => (which === "city" ? t("city") : t("contractor"));
  const word = (act: Act) => (act === "withdraw" && window.state === "agreed" ? t("callOff") : t(act));
  return (
    <li className="window" data-state={window.state}>
      <div className="window-head">
        <Chip tone={look.tone} sign={look.sign}>
          {t(window.state)}
        </Chip>
        <strong>{say(window.text)}</strong>
        <span className="quiet">
          {t("by", {
            side: side(window.proposed_side),
            name: window.proposed_name,
            at: sayInstant(window.proposed_at),
          })}
        </span>
      </div>
      {[window.purpose, window.people, window.room].filter(Boolean).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {window.answer !== "" && <p>{t("answer", { text: window.answer })}</p>}
      <Permits contract={contract} row={row} window={window} />
      {window.can.length > 0 && (
        <div className="actions no-print">
          {window.can.map((act) => (
            <Button
              key={act}
              size="sm"
              look={act === "agree" ? "solid" : "outline"}
              onClick={() => setAsking(act)}
            >
              {word(act)}
            </Button>
          ))}
        </div>
      )}
      {asking === "counter" && (
        <ProposeDialog contract={contract} row={row} instead={window} onClose={() => setAsking(undefined)} />
      )}
      {asking && asking !== "counter" && (
        <AnswerDialog
          act={asking}
          contract={contract}
          row={row}
          window={window}
          onClose={() => setAsking(undefined)}
        />
      )}
    </li>
  );
}

const needLooks = {
  met: { tone: "green", sign: "○" },
  asked: { tone: "yellow", sign: "△" },
  missing: { tone: "red", sign: "×" },
} as const;

function Permits({ contract, row, window }: Props & { window: WorkWindow }) {
  const t = useText(scheduleText);
  const say = useSay();
  const may = useMay(contract.id);
  const [asking, setAsking] = useState<{ need: PermitNeed; kind: string } | undefined>();
  if (window.needs.length === 0) return null;
  return (
    <>
      <h3 className="window-needs-title">{t("permits")}</h3>
      <ul className="window-needs">
        {window.needs.map((need) => (
          <li key={need.effect + need.kinds.map(({ id }) => id).join()}>
            <Chip tone={needLooks[need.state].tone} sign={needLooks[need.state].sign}>
              {t(need.state)}
            </Chip>{" "}
            {say(need.why)} {need.number}
            {need.state === "missing" &&
              may("ask_approval") &&
              need.kinds
                .filter(({ can_ask }) => can_ask)
                .map((kind) => (
                  <Button
                    key={kind.id}
                    size="sm"
                    onClick={() => setAsking({ need, kind: kind.id })}
                    aria-label={t("applyTitle", { label: say(kind.label) })}
                  >
                    {need.kinds.length === 1 ? t("apply") : say(kind.label)}
                  </Button>
                ))}
          </li>
        ))}
      </ul>
      {asking && (
        <PermitDialog
          contract={contract}
          row={row}
          window={window}
          need={asking.need}
          kind={asking.kind}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
