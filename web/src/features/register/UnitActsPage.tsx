import "./register.css";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { RegisterAct } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { TextAreaField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { missing } from "./moments";
import { unitText } from "./unit.text";
import { actsQuery, refreshUnits, undoAct } from "./unit-import.queries";
import { unitImportText } from "./unit-import.text";

/** What changed many devices at once, to be taken back on its day. */
export default function UnitActsPage() {
  const t = useText(unitImportText);
  const register = useText(unitText);
  const spoken = useLanguage();
  const contract = useContractId();
  const { items } = useSuspenseQuery(actsQuery(contract)).data;
  const [undoing, setUndoing] = useState<RegisterAct | undefined>();
  return (
    <Page
      title={t("acts")}
      trail={[
        <Link key="list" to="/contracts/$contract/register" params={{ contract }}>
          {register("title")}
        </Link>,
      ]}
    >
      <Block title={t("acts")}>
        <p className="quiet">{t("actsLead")}</p>
        {items.length === 0 ? (
          <p>{t("noActs")}</p>
        ) : (
          <Table caption={t("acts")}>
            <thead>
              <tr>
                <th scope="col">{t("actAt")}</th>
                <th scope="col">{t("act")}</th>
                <th scope="col">{t("units")}</th>
                <th scope="col">{t("reason")}</th>
                <th scope="col">{t("undo")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    {sayInstant(each.done_at, spoken)} {each.person_name}
                  </th>
                  <td>
                    {t(each.kind)} {each.name}
                  </td>
                  <td className="number">{each.units}</td>
                  <td className="preview-text">{each.reason}</td>
                  <td>
                    {each.undone_at ? (
                      <>
                        <Chip tone="neutral" sign="×">
                          {t("undoneBy")}
                        </Chip>{" "}
                        {sayInstant(each.undone_at, spoken)} {each.undone_by} {each.undone_reason}
                      </>
                    ) : (
                      each.may_undo && (
                        <Button
                          size="sm"
                          aria-label={`${t("undo")} ${t(each.kind)} ${each.name || each.reason}`}
                          onClick={() => setUndoing(each)}
                        >
                          {t("undo")}
                        </Button>
                      )
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Block>
      {undoing && <UndoDialog contract={contract} act={undoing} onClose={() => setUndoing(undefined)} />}
    </Page>
  );
}

function UndoDialog({ contract, act, onClose }: { contract: string; act: RegisterAct; onClose: () => void }) {
  const t = useText(unitImportText);
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: ({ reason }: { reason: string }) => undoAct(contract, act.id, reason),
    onSuccess: () => refreshUnits(client, contract),
  });
  return (
    <FormDialog
      title={`${t("undo")}: ${t(act.kind)} ${act.name || act.reason}`}
      submit={t("undo")}
      danger
      initial={{ reason: "" }}
      validate={(values) => missing(values, { reason: message(unitImportText, "reason") })}
      mutation={mutation}
      input={(values) => values}
      done={message(unitImportText, "undone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("undoLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
