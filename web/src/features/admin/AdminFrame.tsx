import "./admin.css";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { contractsQuery } from "../../api/contract";
import { useSession } from "../../api/session";
import type { Session } from "../../api/types";
import { useText } from "../../lib/i18n";
import { Empty, Loading, Page } from "../../ui/Page";
import type { ContractSearch } from "./admin.search";
import { adminText } from "./admin.text";

export type Part = "people" | "roles" | "tokens" | "webhooks" | "holidays" | "mail";
/** The parts that are about one contract. */
type ContractPart = "roles" | "tokens" | "webhooks";

const places = {
  people: "/admin/people",
  roles: "/admin/roles",
  tokens: "/admin/tokens",
  webhooks: "/admin/webhooks",
  holidays: "/admin/holidays",
  mail: "/admin/mail",
} as const;

const needed = { tokens: "manage_tokens", webhooks: "manage_webhooks" } as const;

const mayManage = ({ memberships }: Session, part: keyof typeof needed, contract?: string): boolean =>
  memberships.some(
    ({ contract_id, permissions }) =>
      (contract === undefined || contract_id === contract) && permissions.includes(needed[part]),
  );

/** The parts of the settings that somebody may see, in their order. */
export function partsFor(session: Session): Part[] {
  return [
    ...(session.administrator ? (["people", "roles"] as const) : []),
    ...(mayManage(session, "tokens") ? (["tokens"] as const) : []),
    ...(mayManage(session, "webhooks") ? (["webhooks"] as const) : []),
    ...(session.administrator ? (["holidays", "mail"] as const) : []),
  ];
}

/** One part of the settings under the row of links; who may not see it is led to one they may, or home. */
export function AdminFrame({
  part,
  actions,
  children,
}: {
  part: Part;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useText(adminText);
  const parts = partsFor(useSession());
  if (!parts.includes(part)) return <Navigate to={parts[0] ? places[parts[0]] : "/"} replace />;
  return (
    <Page title={t(part)} trail={[<span key="settings">{t("settings")}</span>]} actions={actions}>
      <nav className="parts no-print" aria-label={t("parts")}>
        {parts.map((each) => (
          <Link key={each} to={places[each]} aria-current={each === part ? "page" : undefined}>
            {t(each)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}

/** Which contract a part is about: the only one, the one in the address, or the first. */
export function useChosenContract(part: ContractPart) {
  const session = useSession();
  const { contract } = useSearch({ strict: false }) as ContractSearch;
  const { data } = useQuery(contractsQuery);
  const contracts = (data?.items ?? []).filter(({ id }) => part === "roles" || mayManage(session, part, id));
  const chosen = contracts.find(({ id }) => id === contract) ?? contracts[0];
  return { contracts, chosen, loading: data === undefined };
}

/** The choice of the contract above the content for it. */
export function ForContract({
  part,
  children,
}: {
  part: ContractPart;
  children: (contract: string) => ReactNode;
}) {
  const t = useText(adminText);
  const navigate = useNavigate();
  const { contracts, chosen, loading } = useChosenContract(part);
  if (loading) return <Loading />;
  if (!chosen) return <Empty text={{ ja: adminText.noContracts[0], en: adminText.noContracts[1] }} />;
  return (
    <div className="stack">
      {contracts.length > 1 ? (
        <label className="admin-contract no-print">
          <span>{t("contract")}</span>
          <select
            className="control"
            data-size="sm"
            value={chosen.id}
            onChange={(event) => void navigate({ to: ".", search: { contract: event.target.value } })}
          >
            {contracts.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>{chosen.title}</p>
      )}
      {children(chosen.id)}
    </div>
  );
}
