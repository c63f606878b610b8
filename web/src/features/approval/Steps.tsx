import type { ApprovalDetail } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { Chip } from "../../ui/Chip";
import { Table } from "../../ui/Table";
import { approvalText, turnText, verdictText } from "./approval.text";

const look = {
  grant: { tone: "green", sign: "○" },
  refuse: { tone: "red", sign: "×" },
  acknowledge: { tone: "green", sign: "○" },
} as const;

/** Who decides step by step, and who decided what. */
export function Steps({ detail: { approval, steps } }: { detail: ApprovalDetail }) {
  const t = useText(approvalText);
  const verdict = useText(verdictText);
  const turn = useText(turnText);
  const say = useSay();
  return (
    <Table caption={t("steps")}>
      <thead>
        <tr>
          <th scope="col">{t("step")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("verdict")}</th>
          <th scope="col">{t("opinion")}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
          <tr key={index}>
            <th scope="row">
              {index + 1} {say(step.label)}
            </th>
            <td>
              {step.verdict
                ? step.decided_by
                : step.approvers.join(t("listComma")) ||
                  (approval.turn !== "nobody" && t("anybody", { side: turn(approval.turn) }))}
              {step.deputy_for !== "" && <small> {t("deputyFor", { name: step.deputy_for })}</small>}
            </td>
            <td>
              {step.verdict ? (
                <>
                  <Chip {...look[step.verdict]}>{verdict(step.verdict)}</Chip>{" "}
                  {step.decided_at && sayInstant(step.decided_at)}
                </>
              ) : (
                approval.turn !== "nobody" && index === approval.step && t("next")
              )}
            </td>
            <td className="approval-text">
              {step.opinion}
              {step.conditions !== "" && (
                <>
                  {step.opinion !== "" && <br />}
                  <strong>{t("conditions")}</strong> {step.conditions}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
