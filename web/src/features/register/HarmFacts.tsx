import type { SecurityIncident } from "../../api/types";
import { count } from "../../lib/count";
import { useText } from "../../lib/i18n";
import { Fact } from "../../ui/Page";
import { incidentParty, incidentText } from "./incident.text";
import { registerText } from "./register.text";

/** What an accident or damage tells beyond what every incident tells. */
export function HarmFacts({ incident }: { incident: SecurityIncident }) {
  const t = useText(incidentText);
  const shared = useText(registerText);
  const party = useText(incidentParty);
  const damage = incident.category === "damage";
  return (
    <>
      <Fact term={t(damage ? "damaged" : "affected")} wide>
        {incident.affected || shared("notStated")}
      </Fact>
      {incident.party && (
        <Fact term={t("party")}>
          {party(incident.party)} {incident.party_name}
        </Fact>
      )}
      {damage && (
        <Fact term={t("amount")}>
          {incident.amount_yen == null ? t("notKnown") : count(incident.amount_yen)}
        </Fact>
      )}
      <Fact term={t("firstMeasures")} wide>
        {incident.first_measures || shared("notStated")}
      </Fact>
      <Fact term={t("cause")} wide>
        {incident.cause || t("notKnown")}
      </Fact>
      <Fact term={t("extent")} wide>
        {incident.extent || t("notKnown")}
      </Fact>
    </>
  );
}
