import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { problemOf } from "../../api/problem";
import type { SiteModel } from "../../api/types";
import { useText } from "../../lib/i18n";
import { UnitUseChip } from "../../parts/UnitUse";
import { ProblemBanner } from "../../ui/Banner";
import { Block, Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { mostListed, siteUnitsQuery } from "./site.queries";
import { siteText } from "./site.text";

interface Props {
  contract: string;
  site: string;
  /** The day that is shown; today without it. */
  on: string | undefined;
  /** The same as it was written into the address. */
  written: string | undefined;
}

function ToRegister({ contract, site, written, model }: Omit<Props, "on"> & { model?: string }) {
  const t = useText(siteText);
  return (
    <Link
      to="/contracts/$contract/register"
      params={{ contract }}
      search={{ site, ...(written && { on: written }), ...(model && { q: model }) }}
    >
      {model ?? t("toRegister")}
    </Link>
  );
}

/** How many devices of each model stand there; each model leads to them in the register. */
export function Models({ models, ...props }: Props & { models: readonly SiteModel[] }) {
  const t = useText(siteText);
  const sum = (part: "in_service" | "spare" | "planned" | "other" | "kept_by_city") =>
    models.reduce((total, model) => total + model[part], 0);
  const all = sum("in_service") + sum("spare") + sum("other");
  const kept = sum("kept_by_city");
  return (
    <Block
      title={t("models")}
      count={t("unitCount", { count: all }) + (kept > 0 ? t("keptBeside", { count: kept }) : "")}
      actions={<ToRegister {...props} />}
    >
      {models.length === 0 ? (
        <p className="quiet">{t("modelsNone")}</p>
      ) : (
        <Table caption={t("models")}>
          <thead>
            <tr>
              <th scope="col">{t("model")}</th>
              <th scope="col">{t("kind")}</th>
              <th scope="col">{t("division")}</th>
              <th scope="col">{t("inService")}</th>
              <th scope="col">{t("spare")}</th>
              <th scope="col">{t("other")}</th>
              <th scope="col">{t("planned")}</th>
              {kept > 0 && <th scope="col">{t("keptColumn")}</th>}
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr key={[model.class, model.division, model.kind, model.model, model.generation].join("|")}>
                <th scope="row">
                  {model.model ? <ToRegister {...props} model={model.model} /> : t("notStated")}
                </th>
                <td>{model.kind}</td>
                <td>{model.division}</td>
                <td className="number">{model.in_service || ""}</td>
                <td className="number">{model.spare || ""}</td>
                <td className="number">{model.other || ""}</td>
                <td className="number">{model.planned || ""}</td>
                {kept > 0 && <td className="number">{model.kept_by_city || ""}</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t("total")}
              </th>
              <td className="number">{sum("in_service")}</td>
              <td className="number">{sum("spare")}</td>
              <td className="number">{sum("other")}</td>
              <td className="number">{sum("planned")}</td>
              {kept > 0 && <td className="number">{kept}</td>}
            </tr>
          </tfoot>
        </Table>
      )}
    </Block>
  );
}

/** The devices one by one. */
export function Units({ contract, site, on, written }: Props) {
  const t = useText(siteText);
  const units = useQuery(siteUnitsQuery(contract, site, on));
  if (units.isPending) return <Loading />;
  if (units.isError) return <ProblemBanner problem={problemOf(units.error)} />;
  const { items, more } = units.data;
  if (items.length === 0) return null;
  return (
    <Block
      title={t("unitList")}
      count={t("unitCount", { count: items.length })}
      actions={<ToRegister contract={contract} site={site} written={written} />}
    >
      {more && <p className="quiet">{t("more", { count: mostListed })}</p>}
      <Table caption={t("unitList")}>
        <thead>
          <tr>
            <th scope="col">{t("device")}</th>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("model")}</th>
            <th scope="col">{t("place")}</th>
            <th scope="col">{t("use")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">
                <Link to="/contracts/$contract/register/$unit" params={{ contract, unit: unit.id }}>
                  {unit.number}
                </Link>
              </th>
              <td>{unit.kind}</td>
              <td>{unit.model}</td>
              <td>{unit.place}</td>
              <td>
                <UnitUseChip use={unit.use} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Block>
  );
}
