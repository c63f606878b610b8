import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { problemOf } from "../../api/problem";
import type { ColumnChoice, ListHeading, RegisterImport } from "../../api/types";
import { useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { SelectField, TextField } from "../../ui/Field";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { mappingsQuery, rememberColumns } from "./unit-import.queries";
import { ledgerColumn, unitImportText } from "./unit-import.text";

type Column = NonNullable<ColumnChoice["column"]>;
const columns = Object.keys(ledgerColumn).filter((column) => column !== "keeper") as Column[];

interface Props {
  contract: string;
  preview: RegisterImport;
  busy: boolean;
  actions?: ReactNode;
  onChoose: (columns: ColumnChoice[]) => void;
}

/** Which heading of a list means what: asked when the list cannot be read, else shown on request. */
export function ImportColumns(props: Props) {
  const t = useText(unitImportText);
  const [open, setOpen] = useState(false);
  const { preview, actions } = props;
  if (preview.readable && !open)
    return (
      <p className="no-print">
        {preview.mapping && `${t("columnsUsed", { name: preview.mapping })} `}
        <Button size="sm" onClick={() => setOpen(true)}>
          {t("changeColumns")}
        </Button>
      </p>
    );
  return (
    <Block title={t("columns")} actions={actions}>
      <Headings {...props} key={preview.preview} onDone={() => setOpen(false)} />
    </Block>
  );
}

/** A heading that stands twice means the same both times: the first of its columns is read. */
const once = (headings: readonly ListHeading[]): readonly ListHeading[] =>
  headings.filter(({ text }, at) => headings.findIndex((each) => each.text === text) === at);

const meaningsOf = (headings: readonly ListHeading[]): Record<string, string> =>
  Object.fromEntries(headings.map(({ text, means }) => [text, means ?? ""]));

function Headings({ contract, preview, busy, onChoose, onDone }: Props & { onDone: () => void }) {
  const t = useText(unitImportText);
  const column = useText(ledgerColumn);
  const client = useQueryClient();
  const mappings = useQuery(mappingsQuery(contract)).data?.items ?? [];
  const headings = once(preview.headings);
  const [means, setMeans] = useState(() => meaningsOf(headings));
  const [name, setName] = useState(preview.mapping);
  const remember = useMutation({
    mutationFn: (said: ColumnChoice[]) => rememberColumns(contract, name.trim(), said),
    onSuccess: () => client.invalidateQueries({ queryKey: mappingsQuery(contract).queryKey }),
  });
  const options = columns.map((value) => ({ value, label: column(value) }));
  const read = async () => {
    const said = headings.map(({ text }) => ({
      heading: text,
      column: (means[text] || null) as Column | null,
    }));
    if (name.trim() !== "") await remember.mutateAsync(said);
    onChoose(said);
    onDone();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !remember.isPending) read().catch(() => undefined);
      }}
    >
      <p className="quiet">{t("columnsLead")}</p>
      {remember.isError && <ProblemBanner problem={problemOf(remember.error)} />}
      {mappings.length > 0 && (
        <SelectField
          name="mapping"
          label={t("useMapping")}
          none={t("choose")}
          value=""
          options={mappings.map((each) => ({ value: each.name, label: each.name }))}
          onChange={(chosen) => {
            const said = mappings.find((each) => each.name === chosen)?.columns ?? [];
            setName(chosen);
            setMeans((before) => ({
              ...before,
              ...Object.fromEntries(said.map((each) => [each.heading, each.column ?? ""])),
            }));
          }}
        />
      )}
      <Table caption={t("columns")}>
        <thead>
          <tr>
            <th scope="col">{t("headingColumn")}</th>
            <th scope="col">{t("heading")}</th>
            <th scope="col">{t("sample")}</th>
            <th scope="col">{t("means")}</th>
          </tr>
        </thead>
        <tbody>
          {headings.map((heading) => (
            <tr key={heading.column}>
              <td className="import-cell">{heading.column}</td>
              <th scope="row">{heading.text}</th>
              <td className="preview-text">{heading.sample}</td>
              <td>
                <select
                  className="control"
                  aria-label={`${heading.text} ${t("means")}`}
                  value={means[heading.text] ?? ""}
                  onChange={(event) => setMeans({ ...means, [heading.text]: event.target.value })}
                >
                  <option value="">{t("ignore")}</option>
                  {options.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <TextField
        name="mapping-name"
        label={t("mappingName")}
        hint={t("mappingHint")}
        optional
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
      />
      <div className="actions">
        <Button type="submit" look="solid" busy={busy || remember.isPending}>
          {t("readAgain")}
        </Button>
      </div>
    </form>
  );
}
