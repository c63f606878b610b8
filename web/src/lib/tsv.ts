export type Cells = string[][];

/** Reads what Excel puts on the clipboard: tabs, line ends, and quoted cells that hold line ends or doubled quotes. */
export function parseTsv(text: string): Cells {
  const rows: Cells = [];
  let row: string[] = [];
  let at = 0;
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= body.length) {
    const [cell, next] = body[at] === '"' ? quoted(body, at) : plain(body, at);
    row.push(cell);
    if (body[next] !== "\t") {
      rows.push(row);
      row = [];
    }
    at = next + 1;
  }
  return rows;
}

function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== "\t" && text[end] !== "\n") end += 1;
  return [text.slice(from, end), end];
}

function quoted(text: string, from: number): [string, number] {
  let at = from + 1;
  while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
  const after = text[at + 1];
  // A quote that does not close its cell is an ordinary character: 19" モニター.
  if (at >= text.length || (after !== undefined && after !== "\t" && after !== "\n"))
    return plain(text, from);
  return [text.slice(from + 1, at).replaceAll('""', '"'), at + 1];
}

export function printTsv(cells: Cells): string {
  return cells.map((row) => row.map(tsvCell).join("\t")).join("\r\n");
}

const tsvCell = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The same cells for the HTML side of the clipboard; the number format keeps Excel from eating leading zeros. */
export function printHtmlTable(cells: Cells): string {
  const rows = cells.map(
    (row) =>
      `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${html(cell)}</td>`).join("")}</tr>`,
  );
  return `<table>${rows.join("")}</table>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const html = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replace(/\r?\n/g, "<br style='mso-data-placement:same-cell'>");
