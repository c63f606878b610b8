import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { problemOf } from "../../api/problem";
import type { DeskCall } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay, sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Check, SelectField, TextField } from "../../ui/Field";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { CallChip } from "./CallChip";
import { NewCallDialog } from "./call-dialogs";
import { DeskFrame } from "./DeskFrame";
import { type CallSearch, callsQuery, directoryQuery } from "./desk.queries";
import { deskText } from "./desk.text";

/** The calls to makers' desks, the latest first. */
export default function CallListPage() {
  const t = useText(deskText);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/desks/calls" });
  const { data } = useSuspenseQuery(directoryQuery(contract));
  const [adding, setAdding] = useState(false);
  return (
    <DeskFrame
      actions={
        data.may_keep &&
        data.desks.length > 0 && (
          <Button look="solid" onClick={() => setAdding(true)}>
            {t("call")}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="quiet">{t("callsAbout")}</p>
        <Filters search={search} desks={data.desks.map(({ id, desk }) => ({ value: id, label: desk }))} />
        <List contract={contract} search={search} />
      </div>
      {adding && (
        <NewCallDialog
          contract={contract}
          desks={data.desks}
          initial={{
            desk: search.desk ?? "",
            device_id: search.device ?? "",
            incident: search.incident ?? "",
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </DeskFrame>
  );
}

interface FilterProps {
  search: CallSearch;
  desks: readonly { value: string; label: string }[];
}

function Filters({ search, desks }: FilterProps) {
  const t = useText(deskText);
  const navigate = useNavigate({ from: "/contracts/$contract/desks/calls" });
  const change = ({ open, ...rest }: CallSearch) => {
    const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ""));
    void navigate({ search: { ...filled, ...(open && { open }) }, replace: true });
  };
  return (
    <search className="filters no-print">
      <TextField
        name="q"
        label={t("words")}
        maxLength={100}
        value={search.q ?? ""}
        onChange={(q) => change({ ...search, q })}
      />
      <SelectField
        name="desk"
        label={t("desk")}
        none="－"
        options={desks}
        value={search.desk ?? ""}
        onChange={(desk) => change({ ...search, desk })}
      />
      <Check
        label={t("onlyOpen")}
        checked={search.open === true}
        onChange={(open) => {
          const { open: _open, ...rest } = search;
          change(open ? { ...rest, open } : rest);
        }}
      />
    </search>
  );
}

function List({ contract, search }: { contract: string; search: CallSearch }) {
  const t = useText(deskText);
  const list = useInfiniteQuery({ ...callsQuery(contract, search), placeholderData: (before) => before });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemBanner problem={problemOf(list.error)} />;
  const calls = list.data.pages.flatMap(({ items }) => items);
  return (
    <Block title={t("calls")}>
      {calls.length === 0 ? (
        <p className="quiet">{t("noCalls")}</p>
      ) : (
        <Table caption={t("calls")}>
          <thead>
            <tr>
              <th scope="col">{t("reachedAt")}</th>
              <th scope="col">{t("desk")}</th>
              <th scope="col">{t("unit")}</th>
              <th scope="col">{t("asked")}</th>
              <th scope="col">{t("reference")}</th>
              <th scope="col">{t("visit")}</th>
              <th scope="col">{t("state")}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <CallRow key={call.id} contract={contract} call={call} />
            ))}
          </tbody>
        </Table>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Block>
  );
}

function CallRow({ contract, call }: { contract: string; call: DeskCall }) {
  const t = useText(deskText);
  const spoken = useLanguage();
  return (
    <tr>
      <th scope="row">
        <Link to="/contracts/$contract/desks/calls/$call" params={{ contract, call: call.id }}>
          {sayInstant(call.reached_at, spoken)}
        </Link>
      </th>
      <td>{call.desk_name}</td>
      <td>{call.unit}</td>
      <td>{call.asked}</td>
      <td>{call.reference}</td>
      <td>
        {call.visit_at && sayInstant(call.visit_at, spoken)}
        {call.visit_due && (
          <small className="desk-under">{t("visitDue", { day: sayDay(call.visit_due, spoken) })}</small>
        )}
      </td>
      <td>
        <CallChip call={call} />
      </td>
    </tr>
  );
}
