import { useQuery } from "@tanstack/react-query";
import { siteLayoutQuery } from "./seats.queries";

interface Props {
  /** What the text field names in its `list`. */
  id: string;
  contract: string;
  site: string;
}

/** The seats of a site, offered while somebody types a place; other words are taken as well. */
export function SeatPlaces({ id, contract, site }: Props) {
  const layout = useQuery({ ...siteLayoutQuery(contract, site), enabled: site !== "" });
  return (
    <datalist id={id}>
      {layout.data?.floors.flatMap(({ seats }) =>
        seats.map(({ id: seat, place, section }) => (
          <option key={seat} value={place}>
            {section}
          </option>
        )),
      )}
    </datalist>
  );
}
