import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useDayStyle } from "../../api/contract";
import type { Approval } from "../../api/types";
import type { GridColumn } from "../../grid/column";
import { type Language, say, useLanguage, useText } from "../../lib/i18n";
import { printInstant } from "../../lib/wareki";
import { approvalText, standingText } from "./approval.text";
import { StandingChip } from "./StandingChip";

const labels = (things: Approval["acts"], spoken: Language): string =>
  things.map(({ label }) => say(label, spoken)).join(spoken === "ja" ? "、" : ", ");

/** The columns of the register of permissions. */
export function useApprovalColumns(contract: string): GridColumn<Approval>[] {
  const t = useText(approvalText);
  const standing = useText(standingText);
  const spoken = useLanguage();
  const style = useDayStyle();
  const moment = (at: string | null | undefined): string => (at ? printInstant(at, style) : "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change with the language only
  return useMemo(
    (): GridColumn<Approval>[] => [
      {
        key: "number",
        group: t("groupRow"),
        title: t("number"),
        width: 96,
        frozen: true,
        text: ({ number }) => number,
        render: ({ id, number }) => (
          <Link
            tabIndex={-1}
            to="/contracts/$contract/approvals/$approval"
            params={{ contract, approval: id }}
          >
            {number}
          </Link>
        ),
      },
      {
        key: "standing",
        group: t("groupRow"),
        title: t("standing"),
        width: 144,
        text: (row) => standing(row.standing),
        render: (row) => <StandingChip standing={row.standing} />,
      },
      {
        key: "kind",
        group: t("groupRow"),
        title: t("kind"),
        width: 304,
        text: (row) => say(row.kind_label, spoken),
      },
      {
        key: "title",
        group: t("groupRow"),
        title: t("subjectTitle"),
        width: 260,
        sortable: true,
        text: ({ title }) => title,
      },
      {
        key: "from",
        group: t("period"),
        title: t("from"),
        width: 144,
        text: (row) => moment(row.begins_at ?? row.from),
      },
      {
        key: "until",
        group: t("period"),
        title: t("until"),
        width: 144,
        sortable: true,
        text: ({ until }) => moment(until),
      },
      {
        key: "acts",
        group: t("groupScope"),
        title: t("acts"),
        width: 200,
        text: ({ acts }) => labels(acts, spoken),
      },
      {
        key: "devices",
        group: t("groupScope"),
        title: t("devices"),
        width: 160,
        text: ({ devices }) => devices.join(spoken === "ja" ? "、" : ", "),
      },
      {
        key: "request",
        group: t("groupScope"),
        title: t("request"),
        width: 104,
        text: ({ request_number }) => request_number,
      },
      {
        key: "site",
        group: t("groupScope"),
        title: t("site"),
        width: 136,
        text: ({ site_name }) => site_name,
      },
      { key: "room", group: t("groupScope"), title: t("room"), width: 120, text: ({ room }) => room },
      {
        key: "asked_by",
        group: t("askedBy"),
        title: t("askedBy"),
        width: 128,
        text: ({ asked_by }) => asked_by,
      },
      {
        key: "asked_at",
        group: t("askedBy"),
        title: t("askedAt"),
        width: 144,
        sortable: true,
        text: ({ asked_at }) => moment(asked_at),
      },
      {
        key: "conditions",
        group: t("groupTerms"),
        title: t("conditions"),
        width: 240,
        multiline: true,
        text: ({ conditions }) => conditions,
      },
      { key: "clause", group: t("groupTerms"), title: t("clause"), width: 136, text: ({ clause }) => clause },
    ],
    [contract, spoken],
  );
}
