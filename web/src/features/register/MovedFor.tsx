import { Link } from "@tanstack/react-router";
import { useMay } from "../../api/session";
import type { Movement } from "../../api/types";
import { useText } from "../../lib/i18n";
import { movementText } from "./movement.text";

/** The incident for which a device was exchanged, leading there for who sees incidents. */
export function MovedFor({ contract, movement }: { contract: string; movement: Movement }) {
  const t = useText(movementText);
  const may = useMay(contract);
  if (!movement.incident_id) return null;
  const name = `${t("incident")} ${movement.incident_number || t("noCaseNumber")}`;
  if (!may("view_incident")) return name;
  return (
    <Link to="/contracts/$contract/incidents/$incident" params={{ contract, incident: movement.incident_id }}>
      {name}
    </Link>
  );
}
