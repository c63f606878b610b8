const most = 999_999_999_999;

/** `1,200円` as somebody wrote it, in either width; null when nothing is written, undefined when it is no amount. */
export function typedYen(written: string): number | null | undefined {
  const text = written
    .normalize("NFKC")
    .replace(/[\s,]/g, "")
    .replace(/^[¥\\]/, "")
    .replace(/円$/, "");
  if (text === "") return null;
  return /^\d{1,12}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
