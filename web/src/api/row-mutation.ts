import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Held, hold } from "../lib/held";
import { problemOf } from "./problem";

interface Options<Input, Answer>
  extends Pick<UseMutationOptions<Answer, Error, Input>, "onSuccess" | "onSettled"> {
  /** Whether anything stands in the form that news must not pass by. A dialog always holds the row it was opened for. */
  written?: boolean;
  /** After a refusal because somebody else was first: asks for the row again. */
  onConflict?: () => unknown;
}

/**
 * Every change that names the version of a row goes through here: it is sent for the row as it stood when the form was
 * opened, whatever arrives meanwhile (`hold`). A refusal for that reason is a problem with `isConflict`.
 */
export function useRowMutation<Row, Input, Answer>(
  latest: Row,
  send: (row: Row, input: Input) => Promise<Answer>,
  { written = true, onConflict, ...options }: Options<Input, Answer>,
) {
  const [held, setHeld] = useState<Held<Row>>({ row: latest });
  const now = hold(held, latest, written);
  if (now !== held) setHeld(now);
  return useMutation<Answer, Error, Input>({
    ...options,
    mutationFn: (input) => send(now.row, input),
    onError: (error) => {
      if (!problemOf(error).isConflict) return undefined;
      setHeld({ row: now.row, refused: now.row });
      return onConflict?.();
    },
  });
}
