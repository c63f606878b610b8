import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { problemOf } from "../../api/problem";
import type { SeatUnit, SiteFloor, SiteSeat } from "../../api/types";
import { useText } from "../../lib/i18n";
import { siteLayoutQuery } from "../../parts/seats.queries";
import { UnitUseChip } from "../../parts/UnitUse";
import { ProblemBanner } from "../../ui/Banner";
import { buttonLook } from "../../ui/Button";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { FloorPlan } from "./FloorPlan";
import { layoutText } from "./layout.text";

interface Props {
  contract: string;
  site: string;
  on: string | undefined;
  written: string | undefined;
}

/** The floors of a site: the plan of each, and beside it the same as a list. */
export function Layout({ contract, site, on }: Props) {
  const t = useText(layoutText);
  const layout = useQuery(siteLayoutQuery(contract, site, on));
  const edit = layout.data?.may_keep && (
    <Link
      {...buttonLook("outline", "sm")}
      to="/contracts/$contract/sites/$site/layout"
      params={{ contract, site }}
    >
      {t("edit")}
    </Link>
  );
  return (
    <Block title={t("title")} actions={edit}>
      {layout.isPending && <Loading />}
      {layout.isError && <ProblemBanner problem={problemOf(layout.error)} />}
      {layout.data?.floors.length === 0 && <p className="quiet">{t("none")}</p>}
      {layout.data?.floors.map((floor) => (
        <Floor key={floor.id} contract={contract} site={site} floor={floor} />
      ))}
      {layout.data && layout.data.floors.length > 0 && layout.data.elsewhere.length > 0 && (
        <details>
          <summary>{t("elsewhere", { count: layout.data.elsewhere.length })}</summary>
          <p className="quiet">{t("elsewhereHint")}</p>
          <ul>
            {layout.data.elsewhere.map((unit) => (
              <li key={unit.id}>
                <SeatedUnit contract={contract} unit={unit} /> {unit.place}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Block>
  );
}

function Floor({ contract, site, floor }: { contract: string; site: string; floor: SiteFloor }) {
  const t = useText(layoutText);
  return (
    <section className="site-floor" data-plain={!floor.plan || undefined}>
      <h3>{floor.name}</h3>
      {floor.plan && <FloorPlan contract={contract} site={site} floor={floor} plan={floor.plan} />}
      {floor.seats.length === 0 ? (
        <p className="quiet">{t("noSeats")}</p>
      ) : (
        <Table caption={t("seatsOf", { floor: floor.name })}>
          <thead>
            <tr>
              <th scope="col">{t("seat")}</th>
              <th scope="col">{t("section")}</th>
              <th scope="col">{t("unit")}</th>
            </tr>
          </thead>
          <tbody>
            {floor.seats.map((seat) => (
              <Seat key={seat.id} contract={contract} seat={seat} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function Seat({ contract, seat }: { contract: string; seat: SiteSeat }) {
  const t = useText(layoutText);
  return (
    <tr>
      <th scope="row">{seat.name}</th>
      <td>{seat.section}</td>
      <td>
        {seat.units.length === 0 ? (
          t("empty")
        ) : (
          <ul className="site-names">
            {seat.units.map((unit) => (
              <li key={unit.id}>
                <SeatedUnit contract={contract} unit={unit} />
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function SeatedUnit({ contract, unit }: { contract: string; unit: SeatUnit }) {
  return (
    <>
      <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: unit.id }}>
        {unit.number}
      </Link>{" "}
      {unit.model || unit.kind} <UnitUseChip use={unit.use} />
    </>
  );
}
