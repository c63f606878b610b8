import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sitesQuery, useContractId, useDayStyle } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { ImportChoices, RegisterImport, UnknownSite } from "../../api/types";
import { count } from "../../lib/count";
import { useSay, useText } from "../../lib/i18n";
import { printDay } from "../../lib/wareki";
import { UnitUseChip } from "../../parts/UnitUse";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { unitText, unitUse } from "./unit.text";
import { moreLeftOut, rememberSite } from "./unit-import.queries";
import { unitImportText } from "./unit-import.text";

/** Each name of a site that nobody knows, asked once: the site is remembered under it. */
export function UnknownSites({
  contract,
  sites,
  onKnown,
}: {
  contract: string;
  sites: readonly UnknownSite[];
  onKnown: () => void;
}) {
  const t = useText(unitImportText);
  if (sites.length === 0) return null;
  return (
    <Block title={t("sites")}>
      <p className="quiet">{t("sitesLead")}</p>
      {sites.map((site) => (
        <AskSite key={site.name} contract={contract} site={site} onKnown={onKnown} />
      ))}
    </Block>
  );
}

function AskSite({ contract, site, onKnown }: { contract: string; site: UnknownSite; onKnown: () => void }) {
  const t = useText(unitImportText);
  const all = useQuery(sitesQuery(contract)).data?.items ?? [];
  const [chosen, setChosen] = useState("");
  const remember = useMutation({
    mutationFn: () => rememberSite(contract, site.name, chosen),
    onSuccess: onKnown,
  });
  const near = new Set(site.nearest.map(({ id }) => id));
  const words = ({ number, name }: { number: number; name: string }) => `${number} ${name}`;
  return (
    <form
      className="import-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen && !remember.isPending) remember.mutate();
      }}
    >
      {remember.isError && <ProblemBanner problem={problemOf(remember.error)} />}
      <p>{t("sitesLine", { name: site.name, rows: site.rows, cell: site.cell })}</p>
      <select
        className="control"
        aria-label={`${site.name}: ${t("sameSite")}`}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {site.nearest.map((each) => (
          <option key={each.id} value={each.id}>
            {words(each)}
          </option>
        ))}
        {all
          .filter(({ id }) => !near.has(id))
          .map((each) => (
            <option key={each.id} value={each.id}>
              {words(each)}
            </option>
          ))}
      </select>
      <Button type="submit" size="sm" disabled={!chosen} busy={remember.isPending}>
        {t("remember")}
      </Button>
    </form>
  );
}

type Chosen = ImportChoices["conflicts"];

interface ChoiceProps<T> {
  preview: RegisterImport;
  busy: boolean;
  onChoose: (chosen: T) => void;
}

/** Devices that changed after the list had left: both values, and which of them holds. */
export function Conflicts({ preview, busy, onChoose }: ChoiceProps<Chosen>) {
  const t = useText(unitImportText);
  const unit = useText(unitText);
  const style = useDayStyle();
  const [holds, setHolds] = useState<Record<string, string>>(() =>
    Object.fromEntries(preview.conflicts.map((each) => [each.unit, each.holds ?? ""])),
  );
  if (preview.conflicts.length === 0) return null;
  const send = (chosen: Record<string, string>) =>
    onChoose(
      Object.entries(chosen).flatMap(([id, value]) =>
        value === "register" || value === "list" ? [{ unit: id, holds: value }] : [],
      ),
    );
  const all = Object.fromEntries(preview.conflicts.map((each) => [each.unit, "register"]));
  return (
    <Block
      title={t("conflicts")}
      actions={
        <Button
          size="sm"
          onClick={() => {
            setHolds(all);
            send(all);
          }}
        >
          {t("allRegister")}
        </Button>
      }
    >
      <p className="quiet">{t("conflictsLead")}</p>
      <Table caption={t("conflicts")}>
        <thead>
          <tr>
            <th scope="col">{unit("number")}</th>
            <th scope="col">{unit("movedOn")}</th>
            <th scope="col">{t("present")}</th>
            <th scope="col">{t("listed")}</th>
            <th scope="col">{t("holds")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.conflicts.map((each) => (
            <tr key={each.unit}>
              <th scope="row">{each.number}</th>
              <td>{each.since ? printDay(each.since, style) : "－"}</td>
              <td>{each.present}</td>
              <td>{each.listed}</td>
              <td>
                <select
                  className="control"
                  aria-label={`${each.number} ${t("holds")}`}
                  value={holds[each.unit] ?? ""}
                  onChange={(event) => setHolds({ ...holds, [each.unit]: event.target.value })}
                >
                  <option value="">{t("choose")}</option>
                  <option value="register">{t("keepRegister")}</option>
                  <option value="list">{t("takeList")}</option>
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="actions">
        <Button busy={busy} onClick={() => send(holds)}>
          {t("apply")}
        </Button>
      </div>
    </Block>
  );
}

/** The totals that the contract states, beside the register before and after the list. */
export function Totals({ preview }: { preview: RegisterImport }) {
  const t = useText(unitImportText);
  const say = useSay();
  if (preview.totals.length === 0) return null;
  return (
    <Block title={t("totals")}>
      <Table caption={t("totals")}>
        <thead>
          <tr>
            <th scope="col">{t("total")}</th>
            <th scope="col">{t("stated")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
            <th scope="col">{t("holdsTotal")}</th>
            <th scope="col">{t("clause")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.totals.map((each) => (
            <tr key={say(each.label)}>
              <th scope="row">{say(each.label)}</th>
              <td className="number">{count(each.stated)}</td>
              <td className="number">{count(each.before)}</td>
              <td className="number">{count(each.after)}</td>
              <td>
                {each.after === each.stated ? (
                  <Chip tone="green" sign="○">
                    {t("agrees")}
                  </Chip>
                ) : (
                  <Chip tone="yellow" sign="△">
                    {t("differs", { count: count(each.after - each.stated) })}
                  </Chip>
                )}
              </td>
              <td>{each.clause}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

/** The units that are left out: those of the preview, then page by page. */
function useLeftOut(contract: string, preview: RegisterImport) {
  const [more, setMore] = useState<{ of: string; items: RegisterImport["left_out"]; next: string | null }>();
  const loaded = more?.of === preview.preview ? more : undefined;
  const units = [...preview.left_out, ...(loaded?.items ?? [])];
  const next = loaded ? loaded.next : (preview.left_out_next ?? null);
  const load = useMutation({
    mutationFn: (cursor: string) => moreLeftOut(contract, preview.plan.id, cursor),
    onSuccess: ({ items, next_cursor }) =>
      setMore({
        of: preview.preview,
        items: [...(loaded?.items ?? []), ...items],
        next: next_cursor ?? null,
      }),
  });
  return { units, next, load };
}

/** Units of the register that the list does not name: nothing happens unless somebody chooses. */
export function LeftOut({ preview, busy, onChoose }: ChoiceProps<ImportChoices["left_out"]>) {
  const { units, next, load } = useLeftOut(useContractId(), preview);
  const t = useText(unitImportText);
  const unit = useText(unitText);
  const use = useText(unitUse);
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set());
  const [becomes, setBecomes] = useState("retired");
  if (preview.left_out_units === 0) return null;
  const pick = (id: string, on: boolean) => {
    const next = new Set(picked);
    if (on) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const send = () => {
    const kept = preview.choices.left_out.filter((each) => !picked.has(each.unit));
    const added = [...picked].map((id) => ({ unit: id, use: becomes as "retired" | "stored" }));
    setPicked(new Set());
    onChoose(becomes === "" ? kept : [...kept, ...added]);
  };
  return (
    <Block title={t("leftOut")}>
      <p className="quiet">{t("leftOutLead", { count: preview.left_out_units })}</p>
      <Table caption={t("leftOut")}>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t("selectAll")}
                checked={picked.size === units.length}
                onChange={(event) =>
                  setPicked(new Set(event.target.checked ? units.map((each) => each.unit) : []))
                }
              />
            </th>
            <th scope="col">{unit("number")}</th>
            <th scope="col">{unit("model")}</th>
            <th scope="col">{unit("site")}</th>
            <th scope="col">{unit("use")}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((each) => (
            <tr key={each.unit}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`${t("select")} ${each.number}`}
                  checked={picked.has(each.unit)}
                  onChange={(event) => pick(each.unit, event.target.checked)}
                />
              </td>
              <th scope="row">{each.number}</th>
              <td>{each.model}</td>
              <td>{each.site || unit("siteNone")}</td>
              <td>
                <UnitUseChip use={each.present} /> {each.use && <>→ {use(each.use)}</>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {preview.left_out_units > units.length && (
        <div className="actions">
          <p className="quiet">{t("leftOutMore", { count: preview.left_out_units - units.length })}</p>
          {next && (
            <Button size="sm" busy={load.isPending} onClick={() => load.mutate(next)}>
              {t("leftOutNext")}
            </Button>
          )}
        </div>
      )}
      {load.isError && <ProblemBanner problem={problemOf(load.error)} />}
      <div className="actions">
        <label>
          {t("leftOutUse")}{" "}
          <select className="control" value={becomes} onChange={(event) => setBecomes(event.target.value)}>
            <option value="retired">{use("retired")}</option>
            <option value="stored">{use("stored")}</option>
            <option value="">{t("leftOutNothing")}</option>
          </select>
        </label>
        <Button busy={busy} disabled={picked.size === 0} onClick={send}>
          {t("apply")}
        </Button>
      </div>
    </Block>
  );
}
