/** A whole quantity as people write it, in full or half width and with commas; undefined for what is none. */
export function quantityOf(written: string): number | undefined {
  const text = written.normalize("NFKC").trim().replaceAll(",", "");
  const quantity = Number(text);
  return /^\d{1,7}$/.test(text) && quantity >= 1 && quantity <= 1_000_000 ? quantity : undefined;
}
