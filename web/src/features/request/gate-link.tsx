import type { Gate } from "../../api/types";
import { useText } from "../../lib/i18n";
import { gatesText } from "./gates.text";

/** Where on this page or elsewhere the gate is opened. */
export function gateTarget(
  gate: Pick<Gate, "link_kind" | "link_id">,
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
      return gate.link_id === "" ? `${base}/approvals` : `${base}/approvals/${id}`;
    case "procedure":
      return `${base}/procedures`;
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
  const target = gateTarget(gate, contract, request);
  if (!target) return null;
  return (
    <a href={target} className="no-print">
      {t("go")}
    </a>
  );
}
