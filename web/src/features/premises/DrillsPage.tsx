import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import { useRowMutation } from "../../api/row-mutation";
import { useMay } from "../../api/session";
import type { Drill } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { ProblemBanner } from "../../ui/Banner";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { announce } from "../../ui/Toast";
import { AddDrillDialog, CorrectDrillDialog } from "./drill-dialogs";
import { Filters } from "./Filters";
import { PremisesFrame } from "./PremisesFrame";
import { confirmDrill, drillsExport, drillsQuery, refreshPremises } from "./premises.queries";
import type { PremisesSearch } from "./premises.search";
import { drillKindText, premisesText } from "./premises.text";
import { SeenChip } from "./SeenChip";

/** Drills and what else the city asked for to keep its premises safe, with who took part. */
export default function DrillsPage() {
  const t = useText(premisesText);
  const contract = useContractId();
  const may = useMay(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/premises/drills" });
  const navigate = useNavigate({ from: "/contracts/$contract/premises/drills" });
  const [adding, setAdding] = useState(false);
  const change = (part: PremisesSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <PremisesFrame
      site={search.site}
      actions={
        <>
          {may("keep_premises") && (
            <Button look="solid" onClick={() => setAdding(true)}>
              {t("addDrill")}
            </Button>
          )}
          <a {...buttonLook("outline")} href={drillsExport(contract, search)}>
            {t("export")}
          </a>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t("drillsAbout")}</p>
        <Filters contract={contract} search={search} change={change} by="kind" />
        <List contract={contract} search={search} />
      </div>
      {adding && <AddDrillDialog contract={contract} site={search.site} onClose={() => setAdding(false)} />}
    </PremisesFrame>
  );
}

function List({ contract, search }: { contract: string; search: PremisesSearch }) {
  const t = useText(premisesText);
  const [correcting, setCorrecting] = useState<Drill>();
  const list = useInfiniteQuery({ ...drillsQuery(contract, search), placeholderData: (before) => before });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const drills = list.data.pages.flatMap(({ items }) => items);
  return (
    <Block title={t("drills")}>
      {drills.length === 0 ? (
        <p className="quiet">{t("noDrills")}</p>
      ) : (
        <DrillTable contract={contract} drills={drills} onCorrect={setCorrecting} />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      {correcting && (
        <CorrectDrillDialog contract={contract} drill={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </Block>
  );
}

interface TableProps {
  contract: string;
  drills: readonly Drill[];
  onCorrect: (drill: Drill) => void;
}

function DrillTable({ contract, drills, onCorrect }: TableProps) {
  const t = useText(premisesText);
  const kind = useText(drillKindText);
  const spoken = useLanguage();
  return (
    <Table caption={t("drills")}>
      <thead>
        <tr>
          <th scope="col">{t("day")}</th>
          <th scope="col">{t("site")}</th>
          <th scope="col">{t("kind")}</th>
          <th scope="col">{t("asked")}</th>
          <th scope="col">{t("attendance")}</th>
          <th scope="col">{t("result")}</th>
          <th scope="col">{t("seen")}</th>
          <th scope="col" className="no-print">
            {t("acts")}
          </th>
        </tr>
      </thead>
      <tbody>
        {drills.map((drill) => (
          <tr key={drill.id}>
            <th scope="row">{sayDay(drill.on, spoken)}</th>
            <td>
              <SiteLink id={drill.site_id} name={drill.site} />
            </td>
            <td>{kind(drill.kind)}</td>
            <td>{drill.asked}</td>
            <td>
              <Attendees drill={drill} />
            </td>
            <td>{drill.result}</td>
            <td>
              {drill.to_come ? (
                <Chip tone="blue" sign="◇">
                  {t("toCome")}
                </Chip>
              ) : (
                <SeenChip seen={drill.seen} version={drill.version} />
              )}
            </td>
            <td className="no-print">
              <div className="premises-acts">
                {drill.may_confirm && drill.seen?.version !== drill.version && (
                  <ConfirmDrill contract={contract} drill={drill} />
                )}
                {drill.may_keep && (
                  <Button size="sm" onClick={() => onCorrect(drill)}>
                    {t("drillWrite")}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Attendees({ drill: { attendees, to_come } }: { drill: Drill }) {
  const t = useText(premisesText);
  if (attendees.length === 0) return to_come ? null : <span className="quiet">{t("noAttendance")}</span>;
  const there = attendees.filter(({ attended }) => attended);
  const absent = attendees.filter(({ attended }) => !attended);
  return (
    <ul className="premises-attendance">
      {there.length > 0 && (
        <li>
          {t("present", { count: there.length })}: {there.map(({ name }) => name).join("、")}
        </li>
      )}
      {absent.length > 0 && (
        <li>
          {t("absentCount", { count: absent.length })}:{" "}
          {absent.map(({ name, reason }) => `${name}（${reason}）`).join("、")}
        </li>
      )}
    </ul>
  );
}

function ConfirmDrill({ contract, drill }: { contract: string; drill: Drill }) {
  const t = useText(premisesText);
  const client = useQueryClient();
  const mutation = useRowMutation(drill, (row) => confirmDrill(contract, row), {
    written: false,
    onSuccess: () => announce(message(premisesText, "confirmed")),
    onSettled: () => refreshPremises(client, contract),
  });
  return (
    <>
      <Button size="sm" busy={mutation.isPending} onClick={() => mutation.mutate(undefined)}>
        {t("confirm")}
      </Button>
      {mutation.error && <ProblemBanner problem={problemOf(mutation.error)} />}
    </>
  );
}
