import { useState } from "react";
import type { UnitPart } from "../../api/types";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button } from "../../ui/Button";
import { Block } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { factsText, partKind } from "./facts.text";
import { AddressDialog, PartDialog } from "./facts-dialogs";
import type { FactsProps } from "./UnitFacts";

export function Addresses({ contract, whole, facts }: FactsProps) {
  const t = useText(factsText);
  const spoken = useLanguage();
  const [changing, setChanging] = useState(false);
  return (
    <Block
      title={t("addresses")}
      actions={
        facts.may_change && (
          <Button size="sm" onClick={() => setChanging(true)}>
            {t("changeAddress")}
          </Button>
        )
      }
    >
      {facts.site_addresses && (
        <p className="quiet">
          {t("siteRange")}: {facts.site_addresses}
        </p>
      )}
      {facts.addresses.length === 0 ? (
        <p className="quiet">{t("noAddress")}</p>
      ) : (
        <Table caption={t("addresses")}>
          <thead>
            <tr>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("until")}</th>
              <th scope="col">{t("address")}</th>
            </tr>
          </thead>
          <tbody>
            {[...facts.addresses].reverse().map((span) => (
              <tr key={span.from}>
                <th scope="row">{sayDay(span.from, spoken)}</th>
                <td>{span.to ? sayDay(span.to, spoken) : t("lasting")}</td>
                <td>{span.address || t("none")}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {changing && (
        <AddressDialog
          contract={contract}
          unit={whole.unit}
          facts={facts}
          onClose={() => setChanging(false)}
        />
      )}
    </Block>
  );
}

export function Parts({ contract, whole, facts }: FactsProps) {
  const t = useText(factsText);
  const kind = useText(partKind);
  const spoken = useLanguage();
  const [open, setOpen] = useState<UnitPart | "new" | undefined>();
  return (
    <Block
      title={t("parts")}
      actions={
        facts.may_change && (
          <Button size="sm" onClick={() => setOpen("new")}>
            {t("addPart")}
          </Button>
        )
      }
    >
      {facts.parts.length === 0 ? (
        <p className="quiet">{t("noParts")}</p>
      ) : (
        <Table caption={t("parts")}>
          <thead>
            <tr>
              <th scope="col">{t("kind")}</th>
              <th scope="col">{t("model")}</th>
              <th scope="col">{t("serial")}</th>
              <th scope="col">{t("attached")}</th>
              <th scope="col">{t("takenOff")}</th>
              {facts.may_change && <th scope="col">{t("change")}</th>}
            </tr>
          </thead>
          <tbody>
            {facts.parts.map((part) => (
              <tr key={part.id}>
                <th scope="row">{kind(part.kind)}</th>
                <td>{part.model}</td>
                <td>{part.serial}</td>
                <td>{sayDay(part.from, spoken)}</td>
                <td>{part.to ? sayDay(part.to, spoken) : ""}</td>
                {facts.may_change && (
                  <td>
                    <Button
                      size="sm"
                      onClick={() => setOpen(part)}
                      aria-label={`${t("changePart")} ${kind(part.kind)} ${part.model}`}
                    >
                      {t("change")}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open && (
        <PartDialog
          contract={contract}
          id={whole.unit.id}
          part={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Block>
  );
}

export function Software({ facts }: Pick<FactsProps, "facts">) {
  const t = useText(factsText);
  return (
    <Block title={t("software")}>
      <p className="quiet">{t(facts.software.length === 0 ? "noSoftware" : "softwareAbout")}</p>
      {facts.software.length > 0 && (
        <Table caption={t("software")}>
          <thead>
            <tr>
              <th scope="col">{t("software")}</th>
              <th scope="col">{t("typeNumber")}</th>
              <th scope="col">{t("distributed")}</th>
              <th scope="col">{t("clause")}</th>
            </tr>
          </thead>
          <tbody>
            {facts.software.map((each) => (
              <tr key={`${each.name} ${each.type_number}`}>
                <th scope="row">{each.name}</th>
                <td>{each.type_number}</td>
                <td>{each.distributed ? "○" : ""}</td>
                <td>{each.clause}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Block>
  );
}
