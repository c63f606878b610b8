import { useState } from "react";
import type { DeskDirectory, Vendor } from "../../api/types";
import { useLanguage, useSay, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { deskText } from "./desk.text";
import { VendorDialog } from "./desk-dialogs";

/** The vendors of the contract, as it states them and as they were entered, with the days of each. */
export function Vendors({ contract, directory }: { contract: string; directory: DeskDirectory }) {
  const t = useText(deskText);
  const [writing, setWriting] = useState<Vendor | "new">();
  const { vendors, roles, may_keep } = directory;
  return (
    <Block
      title={t("vendors")}
      actions={may_keep && <Button onClick={() => setWriting("new")}>{t("addVendor")}</Button>}
    >
      {vendors.length === 0 ? (
        <p className="quiet">{t("noVendors")}</p>
      ) : (
        <Table caption={t("vendors")}>
          <thead>
            <tr>
              <th scope="col">{t("role")}</th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("contact")}</th>
              <th scope="col">{t("duties")}</th>
              <th scope="col">{t("span")}</th>
              {may_keep && (
                <th scope="col" className="no-print">
                  {t("acts")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {vendors.map((vendor) => (
              <VendorRow
                key={vendor.id ?? `${vendor.role.ja} ${vendor.clause}`}
                vendor={vendor}
                mayKeep={may_keep}
                onChange={() => setWriting(vendor)}
              />
            ))}
          </tbody>
        </Table>
      )}
      {writing && (
        <VendorDialog
          contract={contract}
          roles={roles}
          vendor={writing === "new" ? undefined : writing}
          onClose={() => setWriting(undefined)}
        />
      )}
    </Block>
  );
}

interface RowProps {
  vendor: Vendor;
  mayKeep: boolean;
  onChange: () => void;
}

function VendorRow({ vendor, mayKeep, onChange }: RowProps) {
  const t = useText(deskText);
  const say = useSay();
  const spoken = useLanguage();
  const day = (value: string | null | undefined) => (value ? sayDay(value, spoken) : "");
  return (
    <tr>
      <th scope="row">{say(vendor.role)}</th>
      <td>{vendor.name || <span className="quiet">{t("notTold")}</span>}</td>
      <td>
        {vendor.contact}
        {vendor.hours && <small className="desk-under">{vendor.hours}</small>}
      </td>
      <td>
        {say(vendor.duties)}
        {(vendor.remarks || vendor.clause) && (
          <small className="desk-under">{vendor.remarks || vendor.clause}</small>
        )}
      </td>
      <td>
        {vendor.in_force ? (
          <Chip tone="green" sign="○">
            {t("inForce")}
          </Chip>
        ) : (
          <Chip sign="－">{t("notInForce")}</Chip>
        )}
        {(vendor.from || vendor.until) && (
          <small className="desk-under">
            {day(vendor.from)}～{day(vendor.until)}
          </small>
        )}
      </td>
      {mayKeep && (
        <td className="no-print">
          {vendor.id && (
            <Button size="sm" onClick={onChange}>
              {t("change")}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}
