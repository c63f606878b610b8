import { useMay } from "../../api/session";
import type { Gate } from "../../api/types";
import { useText } from "../../lib/i18n";
import { gatesText } from "./gates.text";

const ofWindow: readonly Gate["kind"][] = ["overtime", "entry", "entry_room"];

/** Where on this page or elsewhere the gate is opened. */
export function gateTarget(
  gate: Pick<Gate, "kind" | "link_kind" | "link_id">,
  contract: string,
  request: string,
): string | undefined {
  const base = `/contracts/${encodeURIComponent(contract)}`;
  const id = encodeURIComponent(gate.link_id);
  switch (gate.link_kind) {
    case "schedule":
      return "#schedule";
    case "question":
      return `${base}/questions/${id}`;
    case "approval":
      if (gate.link_id !== "") return `${base}/approvals/${id}`;
      // What a window needs is asked for from the window, which fills in place and time.
      return ofWindow.includes(gate.kind)
        ? "#schedule"
        : `${base}/approvals/new?request=${encodeURIComponent(request)}`;
    case "procedure":
      return `${base}/requests/${encodeURIComponent(request)}/steps`;
    case "people":
      return `${base}/requests/${encodeURIComponent(request)}/people`;
    case "media":
      return `${base}/media`;
    default:
      return undefined;
  }
}

export function GateLink({ gate, contract, request }: { gate: Gate; contract: string; request: string }) {
  const t = useText(gatesText);
  const may = useMay(contract);
  const target = gateTarget(gate, contract, request);
  const isApplication = gate.link_kind === "approval" && gate.link_id === "";
  if (!target || (isApplication && !may("ask_approval"))) return null;
  return (
    <a href={target} className="no-print">
      {t("go")}
    </a>
  );
}
