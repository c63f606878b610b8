import "./register.css";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sitesQuery, useContractId } from "../../api/contract";
import type { SiteAlias } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Button } from "../../ui/Button";
import { SelectField, TextAreaField, TextField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { missing } from "./moments";
import { unitText } from "./unit.text";
import { aliasesQuery, forgetAlias, rememberSite } from "./unit-import.queries";
import { unitImportText } from "./unit-import.text";

/** How lists call the sites of a contract, beside its own names. */
export default function SiteAliasesPage() {
  const t = useText(unitImportText);
  const register = useText(unitText);
  const spoken = useLanguage();
  const contract = useContractId();
  const { items } = useSuspenseQuery(aliasesQuery(contract)).data;
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<SiteAlias | undefined>();
  const nameOf = (id: string) => {
    const site = sites.find((each) => each.id === id);
    return site ? `${site.number} ${site.name}` : id;
  };
  return (
    <Page
      title={t("aliases")}
      trail={[
        <Link key="list" to="/contracts/$contract/register" params={{ contract }}>
          {register("title")}
        </Link>,
      ]}
      actions={
        <Button look="solid" onClick={() => setAdding(true)}>
          {t("addAlias")}
        </Button>
      }
    >
      <Block title={t("aliases")}>
        <p className="quiet">{t("aliasesLead")}</p>
        {items.length === 0 ? (
          <p>{t("noAliases")}</p>
        ) : (
          <Table caption={t("aliases")}>
            <thead>
              <tr>
                <th scope="col">{t("alias")}</th>
                <th scope="col">{t("site")}</th>
                <th scope="col">{t("enteredBy")}</th>
                <th scope="col">{t("removeAlias")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={each.alias}>
                  <th scope="row">{each.alias}</th>
                  <td>{nameOf(each.site_id)}</td>
                  <td>
                    {sayInstant(each.entered_at, spoken)} {each.entered_by}
                  </td>
                  <td>
                    <Button
                      size="sm"
                      aria-label={`${t("removeAlias")} ${each.alias}`}
                      onClick={() => setRemoving(each)}
                    >
                      {t("removeAlias")}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Block>
      {adding && <AddDialog contract={contract} onClose={() => setAdding(false)} />}
      {removing && (
        <RemoveDialog contract={contract} alias={removing} onClose={() => setRemoving(undefined)} />
      )}
    </Page>
  );
}

function useAliasChange<Input>(contract: string, send: (input: Input) => ReturnType<typeof rememberSite>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (list) => client.setQueryData(aliasesQuery(contract).queryKey, list),
  });
}

function AddDialog({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(unitImportText);
  const sites = useQuery(sitesQuery(contract)).data?.items ?? [];
  const mutation = useAliasChange(contract, ({ alias, site }: { alias: string; site: string }) =>
    rememberSite(contract, alias, site),
  );
  return (
    <FormDialog
      title={t("addAlias")}
      submit={t("remember")}
      initial={{ alias: "", site: "" }}
      validate={(values) =>
        missing(values, {
          alias: message(unitImportText, "alias"),
          site: message(unitImportText, "site"),
        })
      }
      mutation={mutation}
      input={(values) => values}
      done={message(unitImportText, "aliasAdded")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("alias")} label={t("alias")} required maxLength={200} autoComplete="off" />
          <SelectField
            {...form.bind("site")}
            label={t("site")}
            required
            none={t("choose")}
            options={sites.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
          />
        </>
      )}
    </FormDialog>
  );
}

function RemoveDialog({
  contract,
  alias,
  onClose,
}: {
  contract: string;
  alias: SiteAlias;
  onClose: () => void;
}) {
  const t = useText(unitImportText);
  const mutation = useAliasChange(contract, ({ reason }: { reason: string }) =>
    forgetAlias(contract, alias.alias, reason),
  );
  return (
    <FormDialog
      title={`${t("removeAlias")} ${alias.alias}`}
      submit={t("removeAlias")}
      danger
      initial={{ reason: "" }}
      validate={(values) => missing(values, { reason: message(unitImportText, "reason") })}
      mutation={mutation}
      input={(values) => values}
      done={message(unitImportText, "aliasRemoved")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("removeLead")}</p>
          <TextAreaField {...form.bind("reason")} label={t("reason")} required rows={2} maxLength={1000} />
        </>
      )}
    </FormDialog>
  );
}
