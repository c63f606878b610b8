/** The row below a form that somebody writes in. */
export interface Held<Row> {
  /** What the form is meant for: its version goes along when it is sent. */
  row: Row;
  /** The row over which the server did not save, because somebody else had been first. */
  refused?: Row;
}

/**
 * What a form is meant for now that the latest row is known. News may come at any time; what somebody wrote is meant for
 * the row they saw when they began, or else it would silently win over what they have not seen. Only after the refusal
 * has been shown does the next attempt stand on the row as it is then.
 */
export function hold<Row>(held: Held<Row>, latest: Row, written: boolean): Held<Row> {
  const kept = written && held.row !== held.refused;
  return kept || held.row === latest ? held : { ...held, row: latest };
}
