import "./register.css";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { today } from "../../api/session";
import type { LedgerEdition, LedgerEditions } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { DateField } from "../../ui/DateField";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { missing, wrongDays } from "./moments";
import { RecordDialog } from "./RecordDialog";
import { editionsQuery, editionUrl, makeEdition, submitEdition } from "./unit.queries";
import { unitText } from "./unit.text";

export default function EditionsPage() {
  const t = useText(unitText);
  const contract = useContractId();
  const { data } = useSuspenseQuery(editionsQuery(contract));
  return (
    <Page
      title={t("editions")}
      trail={[
        <Link key="list" to="/contracts/$contract/register" params={{ contract }}>
          {t("title")}
        </Link>,
      ]}
    >
      <div className="stack">
        <p className="quiet">{t("editionsAbout")}</p>
        <Ledgers contract={contract} editions={data} />
        <Editions contract={contract} editions={data} />
      </div>
    </Page>
  );
}

interface Props {
  contract: string;
  editions: LedgerEditions;
}

function Ledgers({ contract, editions }: Props) {
  const t = useText(unitText);
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: (division: string) => makeEdition(contract, division),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["register", contract, "editions"] });
      announce(message(unitText, "made"));
    },
  });
  return (
    <Block title={t("ledger")}>
      {make.isError && <ProblemBanner problem={problemOf(make.error)} />}
      <Table caption={t("ledger")}>
        <thead>
          <tr>
            <th scope="col">{t("ledger")}</th>
            <th scope="col">{t("units")}</th>
            <th scope="col">{t("keptByCity")}</th>
            <th scope="col">{t("pending")}</th>
            {editions.may_make && <th scope="col">{t("edition")}</th>}
          </tr>
        </thead>
        <tbody>
          {editions.ledgers.map((ledger) => (
            <tr key={ledger.division}>
              <th scope="row">{ledger.title}</th>
              <td className="number">{ledger.units}</td>
              <td className="number">{ledger.kept_by_city}</td>
              <td className="number">{ledger.pending}</td>
              {editions.may_make && (
                <td>
                  <Button
                    size="sm"
                    busy={make.isPending && make.variables === ledger.division}
                    onClick={() => make.mutate(ledger.division)}
                    aria-label={`${t("makeEdition")} ${ledger.title}`}
                  >
                    {t("makeEdition")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

function Editions({ contract, editions }: Props) {
  const t = useText(unitText);
  const spoken = useLanguage();
  const [submitting, setSubmitting] = useState<LedgerEdition | undefined>();
  if (editions.items.length === 0)
    return (
      <Block title={t("edition")}>
        <p className="quiet">{t("noEditions")}</p>
      </Block>
    );
  return (
    <Block title={t("edition")}>
      <Table caption={t("edition")}>
        <thead>
          <tr>
            <th scope="col">{t("ledger")}</th>
            <th scope="col">{t("edition")}</th>
            <th scope="col">{t("on")}</th>
            <th scope="col">{t("units")}</th>
            <th scope="col">{t("file")}</th>
            <th scope="col">{t("madeBy")}</th>
            <th scope="col">{t("submitted")}</th>
          </tr>
        </thead>
        <tbody>
          {editions.items.map((edition) => (
            <tr key={edition.id}>
              <th scope="row">{edition.title}</th>
              <td>{t("editionNumber", { number: String(edition.number) })}</td>
              <td>{sayDay(edition.on, spoken)}</td>
              <td className="number">{edition.units}</td>
              <td>
                <a href={editionUrl(contract, edition.id)}>{edition.name}</a>
              </td>
              <td>
                {sayInstant(edition.made_at, spoken)} {edition.made_by || t("madeByProgram")}
              </td>
              <td>
                {edition.submitted_on ? (
                  <Chip tone="green" sign="○">
                    {sayDay(edition.submitted_on, spoken)}
                  </Chip>
                ) : editions.may_make ? (
                  <Button size="sm" onClick={() => setSubmitting(edition)}>
                    {t("submit")}
                  </Button>
                ) : (
                  t("notSubmitted")
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {submitting && (
        <SubmitDialog contract={contract} edition={submitting} onClose={() => setSubmitting(undefined)} />
      )}
    </Block>
  );
}

interface SubmitProps {
  contract: string;
  edition: LedgerEdition;
  onClose: () => void;
}

function SubmitDialog({ contract, edition, onClose }: SubmitProps) {
  const t = useText(unitText);
  const label = message(unitText, "submittedOn");
  return (
    <RecordDialog
      row={{ contract, kind: "register", id: edition.id }}
      over={edition}
      title={`${edition.title} ${t("editionNumber", { number: String(edition.number) })}`}
      submit={t("submit")}
      initial={{ on: today() }}
      validate={(values) => ({ ...missing(values, { on: label }), ...wrongDays(values, { on: label }) })}
      send={(values, opened) => submitEdition(contract, opened, values.on)}
      done={message(unitText, "submittedDone")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t("submitAbout")}</p>
          <DateField {...form.bind("on")} label={t("submittedOn")} required />
        </>
      )}
    </RecordDialog>
  );
}
