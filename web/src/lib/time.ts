/** `9:00`, `17:15`, full width too, as `09:00`; nothing when it is no time of day. 24:00 is the end of a day. */
export function parseTime(written: string): string | undefined {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(written.normalize("NFKC").trim());
  if (!found) return undefined;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
