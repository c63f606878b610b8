import { useQuery } from "@tanstack/react-query";
import { Timeline } from "../../parts/Timeline";
import { eventsQuery } from "./approval.queries";

/** Everything that happened to the application, newest first. */
export function History({ contract, id }: { contract: string; id: string }) {
  return <Timeline events={useQuery(eventsQuery(contract, id))} />;
}
