import "./search.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SearchAnswer } from "../../api/types";
import { useSay, useText } from "../../lib/i18n";
import { Marked } from "./Marked";
import { placeOf } from "./place";
import { quickQuery } from "./search.queries";
import { searchText } from "./search.text";

type Hit = SearchAnswer["groups"][number]["hits"][number] & {
  kind: string;
  label: { ja: string; en: string };
};

const flat = (answer: SearchAnswer | undefined): Hit[] =>
  answer?.groups.flatMap(({ kind, label, hits }) => hits.map((hit) => ({ ...hit, kind, label }))) ?? [];

const keyOf = (hit: Hit) => `${hit.kind} ${hit.id}`;
/** The line below the hits that leads to all of them. */
const everything = "all";

/** What was typed, a moment later; nothing while a word is still being composed. */
function useSettled(typed: string, composing: boolean): string {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    if (composing) return;
    const timer = setTimeout(() => setSettled(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed, composing]);
  return settled;
}

/** The search of the header: the first hits below the box while typing, all of them on a page of their own. */
export function SearchBox({ contract }: { contract: string }) {
  const t = useText(searchText);
  const navigate = useNavigate();
  const list = useId();
  const form = useRef<HTMLFormElement>(null);
  const { q } = useSearch({ strict: false }) as { q?: string };
  const onPage = useLocation().pathname.endsWith("/search");
  const [typed, setTyped] = useState("");
  const [composing, setComposing] = useState(false);
  const [open, setOpen] = useState(false);
  // By name, not by place: when other hits arrive below the keys, what was chosen stays chosen or is let go.
  const [chosen, setChosen] = useState("");
  const settled = useSettled(typed, composing);
  const { data } = useQuery({
    ...quickQuery(contract, settled),
    enabled: open && settled !== "",
    placeholderData: keepPreviousData,
  });
  const hits = open && settled !== "" ? flat(data) : [];
  const lines = [...hits.map(keyOf), everything];
  const at = lines.indexOf(chosen);
  const shown = open && settled !== "" && data !== undefined;
  useEffect(() => {
    if (onPage) setTyped(q ?? "");
  }, [onPage, q]);
  useEffect(() => {
    const leave = (event: Event) => {
      if (!form.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, []);

  const close = () => {
    setOpen(false);
    setChosen("");
  };
  const openHit = (hit: Hit) => {
    close();
    void navigate(placeOf(contract, hit.kind, hit.id) as Parameters<typeof navigate>[0]);
  };
  const showAll = () => {
    close();
    if (typed.trim() !== "")
      void navigate({
        to: "/contracts/$contract/search",
        params: { contract },
        search: { q: typed.trim().slice(0, 200) },
      });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hit = hits[at];
    if (hit) openHit(hit);
    else showAll();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // 229: the key belongs to the input method, whatever it is.
    if (event.nativeEvent.isComposing || event.keyCode === 229) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    const go = (to: number) => setChosen(lines.at(to % lines.length) ?? "");
    if (event.key === "ArrowDown" && shown) go(at + 1);
    else if (event.key === "ArrowUp" && shown) go(at <= 0 ? -1 : at - 1);
    else if (event.key === "Escape" && open) close();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 19 types know no <search> with a form's events
    <form
      className="search-box"
      role="search"
      ref={form}
      onSubmit={submit}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <input
        type="search"
        role="combobox"
        aria-label={t("box")}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        data-shortcut="/"
        placeholder={`${t("title")} ( / )`}
        maxLength={200}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setChosen("");
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={press}
      />
      <div className="search-quick" role="listbox" id={list} aria-label={t("quick")} hidden={!shown}>
        {hits.map((hit, index) => (
          <QuickHit
            key={keyOf(hit)}
            id={`${list}-${index}`}
            hit={hit}
            chosen={index === at}
            onOpen={() => openHit(hit)}
          />
        ))}
        {shown && (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box; see aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's
          <div
            role="option"
            id={`${list}-${hits.length}`}
            aria-selected={chosen === everything}
            className="search-quick-all"
            onPointerDown={(event) => event.preventDefault()}
            onClick={showAll}
          >
            {hits.length === 0 ? t("none", { q: settled }) : t("allHits", { q: settled })}
          </div>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {shown && (hits.length === 0 ? t("none", { q: settled }) : t("quickCount", { count: hits.length }))}
      </span>
    </form>
  );
}

function QuickHit({
  id,
  hit,
  chosen,
  onOpen,
}: {
  id: string;
  hit: Hit;
  chosen: boolean;
  onOpen: () => void;
}) {
  const say = useSay();
  const t = useText(searchText);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box; see aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's
    <div
      role="option"
      id={id}
      aria-selected={chosen}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <small>{say(hit.label)}</small>{" "}
      <b>
        <Marked spans={hit.number} />
      </b>{" "}
      {hit.title.length > 0 ? <Marked spans={hit.title} /> : t("untitled")}
      {hit.excerpt.length > 0 && (
        <small className="search-quick-excerpt">
          {say(hit.place)}: <Marked spans={hit.excerpt} />
        </small>
      )}
    </div>
  );
}
