import { sayInstant } from "../../lib/wareki";
import "./procedure.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContract } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useMay } from "../../api/session";
import type { ListedProcedure } from "../../api/types";
import { message, useSay, useText } from "../../lib/i18n";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Check } from "../../ui/Field";
import { Empty, Loading, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { RegisterDialog } from "./EntryDialogs";
import { libraryQuery } from "./procedure.queries";
import { filtersOf, kinds, type LibrarySearch } from "./procedure.search";
import { procedureText } from "./procedure.text";
import { LibraryState } from "./states";

const from = "/inside/contracts/$contract/procedures";

/** The library: own procedures and the manuals of others. */
export default function LibraryPage() {
  const t = useText(procedureText);
  const contract = useContract();
  const may = useMay(contract.id);
  const search = useSearch({ from });
  const library = useInfiniteQuery(libraryQuery(contract.id, filtersOf(search)));
  const [registering, setRegistering] = useState(false);
  const rows = library.data?.pages.flatMap(({ items }) => items) ?? [];
  const writes = may("edit_procedure") || may("keep_library");
  return (
    <Page
      title={t("title")}
      actions={
        writes && (
          <Button look="solid" size="sm" onClick={() => setRegistering(true)}>
            {t("register")}
          </Button>
        )
      }
    >
      <Filters key={search.q} search={search} classes={library.data?.pages[0]?.classes ?? []} />
      {library.isPending && <Loading />}
      {library.isError && <ProblemBanner problem={problemOf(library.error)} />}
      {library.data && rows.length === 0 && (
        <Empty text={message(procedureText, Object.values(search).some(Boolean) ? "none" : "nothingYet")} />
      )}
      {rows.length > 0 && <Rows rows={rows} classes={library.data?.pages[0]?.classes ?? []} />}
      {library.hasNextPage && (
        <Button busy={library.isFetchingNextPage} onClick={() => void library.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      {registering && <RegisterDialog contract={contract.id} onClose={() => setRegistering(false)} />}
    </Page>
  );
}

type Classes = { id: string; label: { ja: string; en: string } }[];

function Filters({ search, classes }: { search: LibrarySearch; classes: Classes }) {
  const t = useText(procedureText);
  const say = useSay();
  const navigate = useNavigate({ from: "/contracts/$contract/procedures" });
  const [words, setWords] = useState(search.q ?? "");
  const change = (next: LibrarySearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <search className="no-print">
      <form
        className="procedure-filters"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: words.trim() || undefined });
        }}
      >
        <label>
          <span>{t("words")}</span>
          <input
            className="control"
            data-size="sm"
            type="search"
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <Button type="submit" size="sm">
          {t("search")}
        </Button>
        <label>
          <span>{t("kind")}</span>
          <select
            className="control"
            data-size="sm"
            value={search.kind ?? ""}
            onChange={(event) => change({ kind: kinds.find((kind) => kind === event.target.value) })}
          >
            <option value="">{t("allKinds")}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(kind)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("classes")}</span>
          <select
            className="control"
            data-size="sm"
            value={search.class ?? ""}
            onChange={(event) => change({ class: event.target.value || undefined })}
          >
            <option value="">{t("allClasses")}</option>
            {classes.map(({ id, label }) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
        <Check
          label={t("withRetired")}
          checked={search.retired ?? false}
          onChange={(checked) => change({ retired: checked || undefined })}
        />
      </form>
    </search>
  );
}

function Rows({ rows, classes }: { rows: readonly ListedProcedure[]; classes: Classes }) {
  const t = useText(procedureText);
  const say = useSay();
  const contract = useContract();
  const named = (ids: readonly string[]) =>
    ids.length === 0
      ? t("everyClass")
      : ids.map((id) => say(classes.find((each) => each.id === id)?.label ?? { ja: id, en: id })).join("、");
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          {(["number", "name", "kind", "classes", "newest", "state"] as const).map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="procedure-number">{row.number}</td>
            <th scope="row">
              <Link
                to="/contracts/$contract/procedures/$procedure"
                params={{ contract: contract.id, procedure: row.id }}
              >
                {row.title}
              </Link>
              {row.issuer && <span className="quiet"> {row.issuer}</span>}
            </th>
            <td>{t(row.kind)}</td>
            <td>{named(row.device_classes)}</td>
            <td>
              {row.newest} <span className="quiet">{sayInstant(row.newest_at)}</span>
            </td>
            <td>
              <LibraryState row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
