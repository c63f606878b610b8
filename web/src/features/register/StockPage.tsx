import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import type { ModelStock } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { buttonLook } from "../../ui/Button";
import { Check } from "../../ui/Field";
import { Table } from "../../ui/Table";
import { StockChip } from "./chips";
import { RegisterFrame } from "./RegisterFrame";
import { stockQuery } from "./repair.queries";
import { repairText, stockText } from "./repair.text";

const concerned = ({ spares, swaps, in_chain }: ModelStock) => spares + swaps + in_chain > 0;

export default function StockPage() {
  const t = useText(stockText);
  const repairs = useText(repairText);
  const contract = useContractId();
  const { data: stock } = useSuspenseQuery(stockQuery(contract));
  const [all, setAll] = useState(() => !stock.items.some(concerned));
  const items = all ? stock.items : stock.items.filter(concerned);
  return (
    <RegisterFrame
      title={t("title")}
      actions={
        <Link {...buttonLook("outline", "sm")} to="/contracts/$contract/repairs" params={{ contract }}>
          {t("repairs")}
        </Link>
      }
    >
      <p className="quiet">{stock.has_repairs ? t("about", { days: stock.warn_days }) : repairs("none")}</p>
      <p className="no-print">
        <Check label={t("only")} checked={!all} onChange={(only) => setAll(!only)} />
      </p>
      <Table caption={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("model")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("spares")}</th>
            <th scope="col">{t("places")}</th>
            <th scope="col">{t("inChain")}</th>
            <th scope="col">{t("inService")}</th>
            <th scope="col">{t("rate")}</th>
            <th scope="col">{t("trend")}</th>
            <th scope="col">{t("runsOut")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((model) => (
            <StockRow key={`${model.class} ${model.model}`} stock={model} />
          ))}
        </tbody>
      </Table>
    </RegisterFrame>
  );
}

function StockRow({ stock }: { stock: ModelStock }) {
  const t = useText(stockText);
  const say = useSay();
  const spoken = useLanguage();
  return (
    <tr>
      <th scope="row">
        {stock.model || say(stock.class_label)}
        <br />
        <small>{say(stock.class_label)}</small>
      </th>
      <td>
        <StockChip state={stock.state} />
      </td>
      <td className="number">
        <strong>{stock.spares}</strong>
      </td>
      <td>
        {stock.sites.map(({ site, place, units }) => (
          <div key={`${site} ${place}`}>
            {[site, place].filter(Boolean).join(" ")} {t("units", { count: units })}
          </div>
        ))}
      </td>
      <td className="number">{stock.in_chain}</td>
      <td className="number">{stock.in_service}</td>
      <td className="number">{stock.swaps}</td>
      <td>
        <Trend stock={stock} />
      </td>
      <td>{stock.runs_out_on ? sayDay(stock.runs_out_on, spoken) : t("never")}</td>
    </tr>
  );
}

/** A bar for each month; the numbers are said too. */
function Trend({ stock: { model, months, swaps } }: { stock: ModelStock }) {
  const t = useText(stockText);
  if (swaps === 0) return null;
  const most = Math.max(...months.map((each) => each.swaps));
  const width = 100 / months.length;
  const said = months
    .filter((each) => each.swaps > 0)
    .map((each) => t("monthSwaps", { month: each.month, swaps: each.swaps }))
    .join("、");
  return (
    <svg
      className="stock-trend"
      viewBox="0 0 100 24"
      preserveAspectRatio="none"
      role="img"
      aria-label={t("trendOf", { model, months: said })}
    >
      {months.map(({ month, swaps: count }, at) => {
        const height = Math.max((count / most) * 23, 1);
        return <rect key={month} x={at * width + 0.6} y={24 - height} width={width - 1.2} height={height} />;
      })}
    </svg>
  );
}
