import "./register.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { SiteRange } from "../../api/types";
import { message, useText } from "../../lib/i18n";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { giveRange, rangesQuery } from "./facts.queries";
import { renewalText } from "./facts.text";
import { RecordDialog } from "./RecordDialog";
import { unitText } from "./unit.text";

export default function RangesPage() {
  const t = useText(renewalText);
  const unit = useText(unitText);
  const contract = useContractId();
  const { data } = useSuspenseQuery(rangesQuery(contract));
  const [changing, setChanging] = useState<SiteRange | undefined>();
  return (
    <Page
      title={t("ranges")}
      trail={[
        <Link key="list" to="/contracts/$contract/register" params={{ contract }}>
          {unit("title")}
        </Link>,
      ]}
    >
      <div className="stack">
        <p className="quiet">{t("rangesAbout")}</p>
        <Block title={t("sites")}>
          <Table caption={t("ranges")}>
            <thead>
              <tr>
                <th scope="col">{t("site")}</th>
                <th scope="col">{t("range")}</th>
                {data.may_give && <th scope="col">{t("rangeChange")}</th>}
              </tr>
            </thead>
            <tbody>
              {data.items.map((each) => (
                <tr key={each.site_id}>
                  <th scope="row">
                    {each.site_number} {each.site}
                  </th>
                  <td>{each.addresses || t("rangeAny")}</td>
                  {data.may_give && (
                    <td>
                      <Button
                        size="sm"
                        aria-label={`${t("rangeChange")} ${each.site}`}
                        onClick={() => setChanging(each)}
                      >
                        {t("rangeChange")}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        </Block>
      </div>
      {changing && (
        <RecordDialog
          row={{ contract, kind: "register", id: changing.site_id }}
          over={changing}
          title={`${t("ranges")}（${changing.site}）`}
          initial={{ addresses: changing.addresses }}
          validate={() => ({})}
          send={(values, opened) => giveRange(contract, opened, values.addresses)}
          done={message(renewalText, "rangeSaved")}
          onClose={() => setChanging(undefined)}
        >
          {(form) => (
            <TextField {...form.bind("addresses")} label={t("range")} hint={t("rangeHint")} maxLength={60} />
          )}
        </RecordDialog>
      )}
    </Page>
  );
}
