import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../api/session";
import type { RecoveryEdition } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { SelectField, TextField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { missing, useRefresh } from "./edition-dialogs";
import { recoveryMediaQuery, writeMedium } from "./recovery.queries";
import { recoveryText } from "./recovery.text";

interface Props {
  contract: string;
  edition: RecoveryEdition;
}

/** The media of the register that carry an edition. */
export function WrittenMedia({ contract, edition }: Props) {
  const t = useText(recoveryText);
  const spoken = useLanguage();
  const [writing, setWriting] = useState(false);
  return (
    <Block
      title={t("media")}
      count={t("mediaCount", { count: edition.media.length })}
      actions={
        (edition.may_settle || edition.may_apply) && (
          <Button size="sm" onClick={() => setWriting(true)}>
            {t("writeMedium")}
          </Button>
        )
      }
    >
      {edition.media.length === 0 ? (
        <p className="quiet">{t("noMediaYet")}</p>
      ) : (
        <Table caption={t("media")}>
          <thead>
            <tr>
              <th scope="col">{t("medium")}</th>
              <th scope="col">{t("mediumContent")}</th>
              <th scope="col">{t("mediumPlace")}</th>
              <th scope="col">{t("writtenAt")}</th>
            </tr>
          </thead>
          <tbody>
            {edition.media.map((medium) => (
              <tr key={medium.medium_id}>
                <th scope="row">
                  <Link
                    to="/contracts/$contract/media/$medium"
                    params={{ contract, medium: medium.medium_id }}
                  >
                    {medium.label}
                  </Link>
                </th>
                <td>{medium.name}</td>
                <td>{medium.holder || medium.storage_place}</td>
                <td>{sayInstant(medium.written_at, spoken)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {writing && <WriteDialog contract={contract} edition={edition} onClose={() => setWriting(false)} />}
    </Block>
  );
}

function WriteDialog({ contract, edition, onClose }: Props & { onClose: () => void }) {
  const t = useText(recoveryText);
  const { person } = useSession();
  const refresh = useRefresh(contract);
  const { data } = useQuery(recoveryMediaQuery(contract));
  const mutation = useMutation({
    mutationFn: (values: { medium_id: string; person: string }) =>
      writeMedium(contract, edition.id, values.medium_id, values.person),
    onSuccess: refresh,
  });
  return (
    <FormDialog
      title={t("writeMedium")}
      submit={t("settle")}
      initial={{ medium_id: "", person: person.name }}
      validate={(values) =>
        missing(values, {
          medium_id: message(recoveryText, "medium"),
          person: message(recoveryText, "person"),
        })
      }
      mutation={mutation}
      input={(values) => values}
      done={message(recoveryText, "mediumWritten")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <SelectField
            {...form.bind("medium_id")}
            label={t("medium")}
            hint={t("mediumHint")}
            none={t("mediumNone")}
            required
            options={(data ?? []).map(({ id, label, name }) => ({ value: id, label: `${label} ${name}` }))}
          />
          <TextField {...form.bind("person")} label={t("person")} required maxLength={200} />
        </>
      )}
    </FormDialog>
  );
}
