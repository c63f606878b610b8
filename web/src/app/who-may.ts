import { notFound } from "@tanstack/react-router";
import { mayIn } from "../api/session";
import type { Permission, Session } from "../api/types";

interface Asked {
  context: { session: Session };
  params: { contract: string };
}

/** For the route of a page on which only some may do something: for the others there is no such page. */
export const whoMay =
  (permission: Permission) =>
  ({ context, params }: Asked): void => {
    if (!mayIn(context.session, params.contract, permission)) throw notFound();
  };
