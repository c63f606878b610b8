import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { useText } from "../lib/i18n";
import { type MenuPage, type MenuWord, pageAt } from "./menu";
import { menuPartText, menuText } from "./menu.text";
import { type Counted, useWaiting, type Waiting } from "./waiting";

interface Props {
  words: readonly MenuWord[];
  contract: string;
}

/** The words, and below them the pages of the present one. */
export function Menu({ words, contract }: Props) {
  const t = useText(menuText);
  const part = useText(menuPartText);
  const pathname = useLocation({ select: (location) => location.pathname });
  const waiting = useWaiting(words, contract);
  if (words.length === 0) return null;
  const page = pageAt(words, pathname, contract);
  const word = words.find(({ pages }) => page && pages.includes(page));
  return (
    <>
      <nav className="menu" aria-label={part("menu")}>
        <ul>
          {words.map((each) => (
            <li key={each.key} data-end={each.end}>
              <MenuLink page={each.pages[0]} contract={contract} current={each === word}>
                {t(each.key)}
                <Counts pages={each.pages} waiting={waiting} />
              </MenuLink>
            </li>
          ))}
        </ul>
      </nav>
      {word && word.pages.length > 1 && (
        <nav className="parts menu-parts" aria-label={part("pages", { word: t(word.key) })}>
          {word.pages.map((each) => (
            <MenuLink key={each.key} page={each} contract={contract} current={each === page}>
              {t(each.key)}
              <Counts pages={[each]} waiting={waiting} />
            </MenuLink>
          ))}
        </nav>
      )}
    </>
  );
}

function MenuLink({
  page,
  contract,
  current,
  children,
}: {
  page: MenuPage | undefined;
  contract: string;
  current: boolean;
  children: React.ReactNode;
}) {
  if (!page) return null;
  return (
    <Link
      {...({ to: page.to, params: { contract } } as LinkProps)}
      activeOptions={{ exact: true }}
      aria-current={current ? "page" : undefined}
    >
      {children}
    </Link>
  );
}

const words: Record<Counted, "waitingApprovals" | "waitingQuestions"> = {
  inbox: "waitingApprovals",
  questions: "waitingQuestions",
};

/** How much waits for whoever looks on these pages. */
function Counts({ pages, waiting }: { pages: readonly MenuPage[]; waiting: Waiting }) {
  const t = useText(menuPartText);
  const counted = pages.flatMap(({ key }) => {
    const count = waiting[key as Counted] ?? 0;
    return count > 0 ? [{ key: key as Counted, count }] : [];
  });
  if (counted.length === 0) return null;
  return (
    <>
      <span className="menu-count" aria-hidden="true">
        {counted.reduce((sum, { count }) => sum + count, 0)}
      </span>
      <span className="visually-hidden">
        {counted.map(({ key, count }) => t(words[key], { count })).join("")}
      </span>
    </>
  );
}
