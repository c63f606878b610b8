/** Hours with at most one decimal, 0 to 9999.9, in half or full width; undefined when it is no such number. */
export function parseHours(written: string): number | undefined {
  const text = written.normalize("NFKC").trim();
  return /^\d{1,4}(\.\d)?$/.test(text) ? Number(text) : undefined;
}
