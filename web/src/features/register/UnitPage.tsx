import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { Movement, WholeUnit } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { SiteLink } from "../../parts/SiteLink";
import { TrendLink } from "../../parts/TrendLink";
import { UnitUseChip } from "../../parts/UnitUse";
import { Banner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block, Fact, Facts } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { AssumedChip } from "./AssumedChip";
import { LoansOf } from "./LoansOf";
import { MovedFor } from "./MovedFor";
import { movementText } from "./movement.text";
import { RowFrame } from "./RegisterFrame";
import { registerText } from "./register.text";
import { UnitFacts } from "./UnitFacts";
import { unitClassesQuery, unitQuery } from "./unit.queries";
import { moveCause, unitKeeper, unitText } from "./unit.text";
import { ExchangeDialog, MoveDialog, sparesLeft } from "./unit-dialogs";

export default function UnitPage() {
  const t = useText(unitText);
  const contract = useContractId();
  const { unit: id } = useParams({ from: "/inside/contracts/$contract/register/$unit" });
  const { data: whole } = useSuspenseQuery(unitQuery(contract, id));
  const say = useSay();
  const [low, setLow] = useState<WholeUnit["spares_low"]>();
  return (
    <RowFrame
      contract={contract}
      kind="register"
      id={id}
      title={`${whole.unit.number} ${whole.unit.kind}`}
      register={t("title")}
      actions={<Actions contract={contract} whole={whole} onExchanged={setLow} />}
      head={
        low && (
          <Banner
            tone="warning"
            actions={
              <Link to="/contracts/$contract/repairs/stock" params={{ contract }}>
                {t("toStock")}
              </Link>
            }
          >
            {say(sparesLeft(low))}
          </Banner>
        )
      }
    >
      <Details whole={whole} />
      <UnitFacts contract={contract} whole={whole} />
      <LoansOf contract={contract} of={{ device: id }} />
      <Course whole={whole} />
      <Movements contract={contract} unit={id} movements={whole.movements} />
    </RowFrame>
  );
}

interface ActionProps {
  contract: string;
  whole: WholeUnit;
  onExchanged: (low: WholeUnit["spares_low"]) => void;
}

function Actions({ contract, whole, onExchanged }: ActionProps) {
  const t = useText(unitText);
  const [asking, setAsking] = useState<"move" | "exchange" | undefined>();
  const close = () => setAsking(undefined);
  return (
    <>
      <UnitUseChip use={whole.unit.use} />
      {whole.unit.known === "assumption" && <AssumedChip />}
      {whole.unit.keeper === "city" && <Chip sign="◇">{t("cityKeeps")}</Chip>}
      {whole.may_move && (
        <Button look="solid" onClick={() => setAsking("move")}>
          {t("move")}
        </Button>
      )}
      {whole.may_move && whole.unit.use === "in_service" && (
        <Button onClick={() => setAsking("exchange")}>{t("exchange")}</Button>
      )}
      <TrendLink contract={contract} />
      {asking === "move" && <MoveDialog contract={contract} unit={whole.unit} onClose={close} />}
      {asking === "exchange" && (
        <ExchangeDialog contract={contract} unit={whole.unit} onExchanged={onExchanged} onClose={close} />
      )}
    </>
  );
}

function Details({ whole: { unit } }: { whole: WholeUnit }) {
  const t = useText(unitText);
  const shared = useText(registerText);
  const keeper = useText(unitKeeper);
  const spoken = useLanguage();
  return (
    <Block title={t("details")}>
      {unit.known === "assumption" && <p className="quiet">{t("assumedAbout")}</p>}
      {unit.keeper === "city" && <p className="quiet">{t("cityKeepsAbout")}</p>}
      <Facts>
        <Fact term={t("number")}>{unit.number}</Fact>
        <Fact term={t("kind")}>{unit.kind}</Fact>
        <Fact term={t("model")}>{unit.model}</Fact>
        <Fact term={t("typeNumber")}>{unit.type_number || shared("notStated")}</Fact>
        <Fact term={t("division")}>{unit.division || shared("notStated")}</Fact>
        <Fact term={t("site")}>
          {unit.site_id ? (
            <SiteLink id={unit.site_id} number={unit.site_number} name={unit.site} />
          ) : (
            t("siteNone")
          )}
        </Fact>
        <Fact term={t("place")}>{unit.place || shared("notStated")}</Fact>
        <Fact term={t("since")}>{sayDay(unit.since, spoken)}</Fact>
        <Fact term={t("keeper")}>{keeper(unit.keeper)}</Fact>
        {unit.remarks && (
          <Fact term={t("remarks")} wide>
            {unit.remarks}
          </Fact>
        )}
      </Facts>
    </Block>
  );
}

function Course({ whole: { course } }: { whole: WholeUnit }) {
  const t = useText(unitText);
  const keeper = useText(unitKeeper);
  const spoken = useLanguage();
  return (
    <Block title={t("course")}>
      <Table caption={t("course")}>
        <thead>
          <tr>
            <th scope="col">{t("from")}</th>
            <th scope="col">{t("site")}</th>
            <th scope="col">{t("place")}</th>
            <th scope="col">{t("use")}</th>
            <th scope="col">{t("keeper")}</th>
          </tr>
        </thead>
        <tbody>
          {[...course].reverse().map(({ from, spot }) => (
            <tr key={from}>
              <th scope="row">{sayDay(from, spoken)}</th>
              <td>
                {spot.site_id ? <SiteLink id={spot.site_id} name={spot.site} on={from} /> : t("siteNone")}
              </td>
              <td>{spot.place}</td>
              <td>
                <UnitUseChip use={spot.use} />
              </td>
              <td>{keeper(spot.keeper)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}

interface MovementProps {
  contract: string;
  unit: string;
  movements: readonly Movement[];
}

function Movements({ contract, unit, movements }: MovementProps) {
  const t = useText(unitText);
  const cause = useText(moveCause);
  const spoken = useLanguage();
  const ledger = useText(movementText);
  const { data: register } = useQuery(unitClassesQuery(contract));
  const spot = ({ site, place }: Movement["from"]) =>
    [site || t("siteNone"), place].filter(Boolean).join(" ");
  if (movements.length === 0)
    return (
      <Block title={t("movements")}>
        <p className="quiet">{t("noMovements")}</p>
      </Block>
    );
  return (
    <Block title={t("movements")}>
      <Table caption={t("movements")}>
        <thead>
          <tr>
            <th scope="col">{t("movedOn")}</th>
            <th scope="col">{t("cause")}</th>
            <th scope="col">{t("before")}</th>
            <th scope="col">{t("after")}</th>
            <th scope="col">{t("movedFor")}</th>
            <th scope="col">{t("note")}</th>
            <th scope="col">{t("enteredBy")}</th>
          </tr>
        </thead>
        <tbody>
          {movements.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                {sayDay(each.on, spoken)}
                {each.planned_on && each.planned_on !== each.on && (
                  <small>
                    {" "}
                    {t("plannedOn")} {sayDay(each.planned_on, spoken)}
                  </small>
                )}
              </th>
              <td>{cause(each.cause)}</td>
              <td>{spot(each.from)}</td>
              <td>{spot(each.to)}</td>
              <td>
                {each.request_number}
                <MovedFor contract={contract} movement={each} />
              </td>
              <td>{each.note}</td>
              <td>
                {each.entered_by}
                {each.entered_after > 0 && <small> {t("lateEntry", { days: each.entered_after })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {register?.whole && (
        <p className="no-print">
          <Link to="/contracts/$contract/register/movements" params={{ contract }} search={{ unit }}>
            {ledger("toUnits")}
          </Link>
        </p>
      )}
    </Block>
  );
}
