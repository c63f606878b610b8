import { setLanguage, useLanguage } from "../lib/i18n";

const names = { ja: "日本語", en: "English" };

/** Each language is offered in its own words. */
export function LanguageSwitch() {
  const other = useLanguage() === "ja" ? "en" : "ja";
  return (
    <button type="button" className="utility" lang={other} onClick={() => setLanguage(other)}>
      {names[other]}
    </button>
  );
}
