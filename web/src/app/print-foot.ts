import { useEffect } from "react";
import { now } from "../api/session";
import { sayInstant } from "../lib/wareki";

const cssText = (text: string): string => JSON.stringify(text);

/** Says what the foot of a printed sheet holds besides the page's number: the contract, and the moment of printing. */
export function usePrintFoot(contract: string | undefined): void {
  useEffect(() => {
    const { style } = document.documentElement;
    const say = () => {
      style.setProperty("--print-contract", cssText(contract ?? ""));
      style.setProperty("--print-moment", cssText(sayInstant(now())));
    };
    window.addEventListener("beforeprint", say);
    return () => window.removeEventListener("beforeprint", say);
  }, [contract]);
}
