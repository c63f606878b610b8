import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { ControlledRoom } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { SiteFilter } from "./Filters";
import { PremisesFrame } from "./PremisesFrame";
import { roomsQuery } from "./premises.queries";
import { premisesText } from "./premises.text";
import { AddRoomDialog, ChangeRoomDialog, TurnRoomDialog } from "./room-dialogs";

/** The controlled rooms of the contract, and how each is entered. */
export default function RoomsPage() {
  const t = useText(premisesText);
  const contract = useContractId();
  const search = useSearch({ from: "/inside/contracts/$contract/premises/rooms" });
  const navigate = useNavigate({ from: "/contracts/$contract/premises/rooms" });
  const { data } = useSuspenseQuery(roomsQuery(contract));
  const [adding, setAdding] = useState(false);
  const rooms = data.items.filter(({ site_id }) => !search.site || site_id === search.site);
  return (
    <PremisesFrame
      site={search.site}
      actions={
        data.may_keep && (
          <Button look="solid" onClick={() => setAdding(true)}>
            {t("addRoom")}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="quiet">{t("roomsAbout")}</p>
        <search className="filters no-print">
          <SiteFilter
            contract={contract}
            search={search}
            change={({ site }) => void navigate({ search: site ? { site } : {}, replace: true })}
          />
        </search>
        <Block title={t("rooms")}>
          {rooms.length === 0 ? (
            <p className="quiet">{t("noRooms")}</p>
          ) : (
            <RoomTable contract={contract} rooms={rooms} mayKeep={data.may_keep} />
          )}
        </Block>
      </div>
      {adding && <AddRoomDialog contract={contract} site={search.site} onClose={() => setAdding(false)} />}
    </PremisesFrame>
  );
}

interface TableProps {
  contract: string;
  rooms: readonly ControlledRoom[];
  mayKeep: boolean;
}

function RoomTable({ contract, rooms, mayKeep }: TableProps) {
  const t = useText(premisesText);
  const [asking, setAsking] = useState<{ act: "change" | "turn"; room: ControlledRoom }>();
  const close = () => setAsking(undefined);
  return (
    <>
      <Table caption={t("rooms")}>
        <thead>
          <tr>
            <th scope="col">{t("roomName")}</th>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("floor")}</th>
            <th scope="col">{t("procedure")}</th>
            <th scope="col">{t("insideCount")}</th>
            <th scope="col">{t("state")}</th>
            {mayKeep && (
              <th scope="col" className="no-print">
                {t("acts")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rooms.map((room) => (
            <tr key={room.id}>
              <th scope="row">
                <Link
                  to="/contracts/$contract/premises"
                  params={{ contract }}
                  search={{ site: room.site_id, room: room.id }}
                >
                  {room.name}
                </Link>
              </th>
              <td>
                <SiteLink id={room.site_id} name={room.site} />
              </td>
              <td>{room.floor}</td>
              <td>{room.procedure}</td>
              <td>{t("people", { count: room.inside })}</td>
              <td>
                <RoomState closedOn={room.closed_on} />
              </td>
              {mayKeep && (
                <td className="no-print">
                  <div className="premises-acts">
                    <Button size="sm" onClick={() => setAsking({ act: "change", room })}>
                      {t("changeRoom")}
                    </Button>
                    <Button size="sm" onClick={() => setAsking({ act: "turn", room })}>
                      {t(room.closed_on ? "reopenRoom" : "closeRoom")}
                    </Button>
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {asking?.act === "change" && (
        <ChangeRoomDialog contract={contract} room={asking.room} onClose={close} />
      )}
      {asking?.act === "turn" && <TurnRoomDialog contract={contract} room={asking.room} onClose={close} />}
    </>
  );
}

function RoomState({ closedOn }: { closedOn: string | null | undefined }) {
  const t = useText(premisesText);
  const spoken = useLanguage();
  return closedOn ? (
    <Chip sign="×">{t("closedOn", { day: sayDay(closedOn, spoken) })}</Chip>
  ) : (
    <Chip tone="green" sign="○">
      {t("open")}
    </Chip>
  );
}
