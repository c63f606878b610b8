import { Link } from "@tanstack/react-router";
import { useContractId } from "../api/contract";
import { useMay } from "../api/session";

interface Props {
  id: string;
  number?: number | null | undefined;
  name: string;
  /** The day of which the page shall speak, as it was written; today without it. */
  on?: string | undefined;
}

/** The name of a site, leading to its page whoever may see it. */
export function SiteLink({ id, number, name, on }: Props) {
  const contract = useContractId();
  const may = useMay(contract);
  const said = number ? `${number} ${name}` : name;
  if (!may("view_device")) return said;
  return (
    <Link to="/contracts/$contract/sites/$site" params={{ contract, site: id }} search={on ? { on } : {}}>
      {said}
    </Link>
  );
}
