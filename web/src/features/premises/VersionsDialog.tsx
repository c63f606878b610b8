import { useQuery } from "@tanstack/react-query";
import { problemOf } from "../../api/problem";
import type { EntryRecord } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Dialog, DialogActions } from "../../ui/Dialog";
import { Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { recordQuery } from "./premises.queries";
import { entryActText, premisesText } from "./premises.text";

interface Props {
  contract: string;
  record: EntryRecord;
  onClose: () => void;
}

/** Every version that a record ever had, the latest first. */
export function VersionsDialog({ contract, record, onClose }: Props) {
  const t = useText(premisesText);
  const act = useText(entryActText);
  const spoken = useLanguage();
  const { data, error } = useQuery(recordQuery(contract, record.id));
  return (
    <Dialog title={t("versionsTitle")} onClose={onClose} wide>
      {error && <ProblemBanner problem={problemOf(error)} />}
      {!data && !error && <Loading />}
      {data && (
        <Table caption={t("versionsTitle")}>
          <thead>
            <tr>
              <th scope="col">{t("version")}</th>
              <th scope="col">{t("act")}</th>
              <th scope="col">{t("who")}</th>
              <th scope="col">{t("room")}</th>
              <th scope="col">{t("in")}</th>
              <th scope="col">{t("out")}</th>
              <th scope="col">{t("purpose")}</th>
              <th scope="col">{t("reason")}</th>
              <th scope="col">{t("enteredBy")}</th>
            </tr>
          </thead>
          <tbody>
            {data.versions.map((version) => (
              <tr key={version.version}>
                <th scope="row">{version.version}</th>
                <td>{act(version.act)}</td>
                <td>{version.name}</td>
                <td>{version.room}</td>
                <td>{sayInstant(version.in_at, spoken)}</td>
                <td>{version.out_at && sayInstant(version.out_at, spoken)}</td>
                <td>{version.purpose}</td>
                <td>{version.reason}</td>
                <td>
                  {version.entered_by}
                  <small className="premises-under">{sayInstant(version.entered_at, spoken)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <DialogActions onCancel={onClose}>{null}</DialogActions>
    </Dialog>
  );
}
