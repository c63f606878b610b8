import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { ApprovalFormKind, ApproverPanel } from "../../api/types";
import { message, type Text, useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { ApprovalFrame } from "./ApprovalFrame";
import { formQuery, panelQuery, useRemoveApprover, useRemoveDeputy } from "./approval.queries";
import { approvalText } from "./approval.text";
import { AddApprover, AddDeputy } from "./panel-dialogs";

/** Who of the city may decide which step, and who stands in for them. */
export default function DeputiesPage() {
  const t = useText(approvalText);
  const contract = useContractId();
  const panel = useQuery(panelQuery(contract));
  const form = useQuery(formQuery(contract));
  if (panel.isError)
    return (
      <ApprovalFrame part="deputies">
        <ProblemBanner problem={problemOf(panel.error)} />
      </ApprovalFrame>
    );
  return (
    <ApprovalFrame part="deputies">
      <div className="stack">
        <p>{t("deputiesLead")}</p>
        {panel.data && form.data ? (
          <>
            <Approvers contract={contract} panel={panel.data} kinds={form.data.kinds} />
            <Deputies contract={contract} panel={panel.data} />
          </>
        ) : (
          <Loading />
        )}
      </div>
    </ApprovalFrame>
  );
}

interface Step {
  kind: ApprovalFormKind;
  step: number;
  label?: Text;
}

/** Every step of every kind; a kind that names none has one. */
const stepsOf = (kinds: ApprovalFormKind[]): Step[] =>
  kinds.flatMap((kind): Step[] =>
    kind.steps.length === 0 ? [{ kind, step: 0 }] : kind.steps.map((label, step) => ({ kind, step, label })),
  );

interface Props {
  contract: string;
  panel: ApproverPanel;
}

function Approvers({ contract, panel, kinds }: Props & { kinds: ApprovalFormKind[] }) {
  const t = useText(approvalText);
  const say = useSay();
  const remove = useRemoveApprover(contract);
  const [adding, setAdding] = useState(false);
  const named = (kind: string, step: number) =>
    panel.approvers.filter((each) => each.kind === kind && each.step === step);
  const takeAway = (id: string) =>
    remove.mutateAsync(id).then(
      () => announce(message(approvalText, "removed")),
      () => undefined,
    );
  return (
    <Block
      title={t("approvers")}
      actions={<Button onClick={() => setAdding(true)}>{t("addApprover")}</Button>}
    >
      {remove.isError && <ProblemBanner problem={problemOf(remove.error)} />}
      <Table caption={t("approvers")}>
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("step")}</th>
            <th scope="col">{t("approvers")}</th>
          </tr>
        </thead>
        <tbody>
          {stepsOf(kinds).map(({ kind, step, label }) => (
            <tr key={`${kind.id} ${step}`}>
              <th scope="row">{say(kind.label)}</th>
              <td>
                {step + 1} {label && say(label)}
              </td>
              <td className="approval-panel">
                {named(kind.id, step).length === 0 ? (
                  <span className="approval-note">{t("nobodyNamed")}</span>
                ) : (
                  <ul className="approval-names">
                    {named(kind.id, step).map(({ id, name }) => (
                      <li key={id}>
                        {name}{" "}
                        <Button size="sm" look="text" onClick={() => void takeAway(id)}>
                          {t("remove")}
                          <span className="visually-hidden">
                            {" "}
                            {say(kind.label)} {name}
                          </span>
                        </Button>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {adding && (
        <AddApprover
          contract={contract}
          kinds={kinds}
          candidates={panel.candidates}
          onClose={() => setAdding(false)}
        />
      )}
    </Block>
  );
}

function Deputies({ contract, panel }: Props) {
  const t = useText(approvalText);
  const spoken = useLanguage();
  const remove = useRemoveDeputy(contract);
  const [adding, setAdding] = useState(false);
  const now = today();
  const takeAway = (id: string) =>
    remove.mutateAsync(id).then(
      () => announce(message(approvalText, "removed")),
      () => undefined,
    );
  return (
    <Block
      title={t("deputyList")}
      actions={<Button onClick={() => setAdding(true)}>{t("addDeputy")}</Button>}
    >
      {remove.isError && <ProblemBanner problem={problemOf(remove.error)} />}
      {panel.deputies.length === 0 ? (
        <p className="approval-note">{t("noDeputies")}</p>
      ) : (
        <Table caption={t("deputyList")}>
          <thead>
            <tr>
              <th scope="col">{t("person")}</th>
              <th scope="col">{t("deputy")}</th>
              <th scope="col">{t("firstDay")}</th>
              <th scope="col">{t("lastDay")}</th>
              <th scope="col">{t("action")}</th>
            </tr>
          </thead>
          <tbody>
            {panel.deputies.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.name}</th>
                <td>{each.deputy_name}</td>
                <td>{sayDay(each.first, spoken)}</td>
                <td>
                  {sayDay(each.last, spoken)}
                  {each.last < now ? t("past") : each.first > now ? t("coming") : t("nowOn")}
                </td>
                <td className="approval-panel">
                  <Button size="sm" look="text" onClick={() => void takeAway(each.id)}>
                    {t("remove")}
                    <span className="visually-hidden">
                      {" "}
                      {each.name} {each.deputy_name}
                    </span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {adding && (
        <AddDeputy contract={contract} candidates={panel.candidates} onClose={() => setAdding(false)} />
      )}
    </Block>
  );
}
