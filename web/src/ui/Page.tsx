import { Children, type ReactNode, useEffect } from "react";
import { type Message, useSay, useText } from "../lib/i18n";
import { Banner } from "./Banner";
import { uiText } from "./ui.text";

interface Props {
  title: string;
  /** Links to the pages above this one, outermost first. */
  trail?: ReactNode[];
  /** Buttons beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Breadcrumb, heading, actions and content; names the browser tab. */
export function Page({ title, trail = [], actions, children }: Props) {
  const t = useText(uiText);
  useEffect(() => {
    document.title = `${title} | 保守番`;
  }, [title]);
  return (
    <>
      {trail.length > 0 && (
        <nav className="breadcrumb" aria-label={t("breadcrumb")}>
          <ol>
            {Children.map(trail, (link) => (
              <li>{link}</li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}

/** A titled part of a page. */
export function Block({
  id,
  title,
  count,
  actions,
  children,
}: {
  /** Where links of this page lead. */
  id?: string;
  title: ReactNode;
  count?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="block" id={id}>
      <div className="block-head">
        <h2>
          {title} {count !== undefined && <span className="block-count">{count}</span>}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Term and description pairs. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export function Fact({ term, children, wide }: { term: ReactNode; children: ReactNode; wide?: boolean }) {
  return (
    <div data-wide={wide || undefined}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Loading() {
  const t = useText(uiText);
  return (
    <p className="loading" role="status">
      {t("loading")}
    </p>
  );
}

/** An empty list says why it is empty and what to do. */
export function Empty({ text, children }: { text: Message; children?: ReactNode }) {
  const say = useSay();
  return (
    <div className="empty">
      <p>{say(text)}</p>
      {children}
    </div>
  );
}

export function Notice({ text }: { text: Message }) {
  const say = useSay();
  return <Banner tone="info">{say(text)}</Banner>;
}
