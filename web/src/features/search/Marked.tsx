import type { SearchHit } from "../../api/types";

/** A text with the words that were found marked. */
export function Marked({ spans }: { spans: SearchHit["title"] }) {
  return spans.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
    hit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
