import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { api, ask } from "../api/client";
import { contractsQuery, ownContracts } from "../api/contract";
import { membershipsIn, sessionQuery, useSession } from "../api/session";
import { SearchBox } from "../features/search/SearchBox";
import { purgeDrafts } from "../lib/draft";
import { useText } from "../lib/i18n";
import { Disclosure } from "../ui/Disclosure";
import { LanguageSwitch } from "../ui/LanguageSwitch";
import { Toasts } from "../ui/Toast";
import { appText } from "./app.text";
import { Bell } from "./Bell";
import { useKeys } from "./keys";
import { lastContract } from "./last-contract";
import { useLive } from "./live";
import { Menu } from "./Menu";
import { type MenuWord, menuFor } from "./menu";
import { usePrintFoot } from "./print-foot";

const KeyList = lazy(() => import("./KeyList"));

/** Header, menu and content of every signed-in page. */
export function Shell() {
  const t = useText(appText);
  const [keysShown, setKeysShown] = useState(false);
  const contract = useShownContract();
  const words = useMenuWords(contract);
  useFocusOnArrival();
  useKeys(
    words,
    contract,
    useCallback(() => setKeysShown(true), []),
  );
  return (
    <>
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="header">
        <div className="header-row">
          <Link to="/" className="product">
            {t("product")}
          </Link>
          <ContractSwitch />
          <ContractSearch />
          <div className="header-end">
            <Live />
            <Account />
          </div>
        </div>
        <Menu words={words} contract={contract} />
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Toasts />
      {keysShown && (
        <Suspense>
          <KeyList words={words} onClose={() => setKeysShown(false)} />
        </Suspense>
      )}
    </>
  );
}

/** After a change of page a screen reader starts at its content, not at the link that is gone. */
function useFocusOnArrival() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [pathname]);
}

/** The contract of the address; on pages without one, the contract that was looked at before. */
function useShownContract(): string {
  const { memberships } = useSession();
  const { contract } = useParams({ strict: false });
  if (contract) return contract;
  const last = memberships.find(({ contract_id }) => contract_id === lastContract());
  return (last ?? memberships[0])?.contract_id ?? "";
}

/** What the menu of whoever is signed in holds. */
function useMenuWords(contract: string): MenuWord[] {
  const session = useSession();
  return useMemo(() => {
    const allowed = membershipsIn(session, contract).flatMap(({ permissions }) => permissions);
    return menuFor(session.administrator ? [...allowed, "administer"] : allowed);
  }, [session, contract]);
}

function ContractSwitch() {
  const t = useText(appText);
  const contract = useShownContract();
  const { data } = useQuery(contractsQuery);
  const contracts = data ? ownContracts(data) : [];
  const current = contracts.find(({ id }) => id === contract);
  usePrintFoot(current?.title);
  if (!current) return null;
  if (contracts.length === 1) return <p className="contract-name">{current.title}</p>;
  return (
    <Disclosure className="contract-switch" label={<span className="contract-name">{current.title}</span>}>
      {(close) => (
        <nav aria-label={t("contractSwitch")}>
          <ul className="contract-list">
            {contracts.map(({ id, title, municipality }) => (
              <li key={id}>
                <Link
                  to="/contracts/$contract"
                  params={{ contract: id }}
                  onClick={close}
                  aria-current={id === contract || undefined}
                >
                  <span>{title}</span> <small>{municipality}</small>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Disclosure>
  );
}

function Live() {
  const t = useText(appText);
  const state = useLive();
  return (
    <span className="live" data-state={state}>
      <span aria-hidden="true">{state === "live" ? "●" : "○"}</span> {t(state)}
    </span>
  );
}

function ContractSearch() {
  const contract = useShownContract();
  return contract === "" ? null : <SearchBox key={contract} contract={contract} />;
}

function Account() {
  const t = useText(appText);
  const { person } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const contract = useShownContract();
  const signOut = async () => {
    await ask(api.DELETE("/api/v1/session")).catch(() => undefined);
    // Leave the page first: what stands on it still asks who is signed in.
    await navigate({ to: "/sign-in" });
    client.clear();
    client.setQueryData(sessionQuery.queryKey, null);
    purgeDrafts();
  };
  return (
    <>
      <Bell contract={contract} />
      <Link to="/account" className="utility">
        {person.name}
      </Link>
      <LanguageSwitch />
      <button type="button" className="utility" onClick={signOut}>
        {t("signOut")}
      </button>
    </>
  );
}
