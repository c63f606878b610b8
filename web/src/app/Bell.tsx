import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unreadQuery } from "../api/notices";
import { useText } from "../lib/i18n";
import { bellText } from "./bell.text";

const most = 99;

/** The way to one's notices, with how many are unread. */
export function Bell({ contract }: { contract: string }) {
  const t = useText(bellText);
  const unread = useQuery(unreadQuery(contract)).data?.unread ?? 0;
  if (contract === "") return null;
  return (
    <Link
      to="/contracts/$contract/notices"
      params={{ contract }}
      search={{}}
      className="utility bell"
      activeProps={{ "aria-current": "page" }}
    >
      {t("notices")}
      {unread > 0 && (
        <span className="bell-count">
          <span aria-hidden="true">{unread > most ? `${most}+` : unread}</span>
          <span className="visually-hidden">{t("unread", { count: unread })}</span>
        </span>
      )}
    </Link>
  );
}
