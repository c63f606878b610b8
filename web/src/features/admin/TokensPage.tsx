import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { sideOf } from "../../api/role";
import { roleText } from "../../api/role.text";
import { useSide } from "../../api/session";
import type { Token } from "../../api/types";
import { useText } from "../../lib/i18n";
import { sayInstant } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { AdminFrame, ForContract } from "./AdminFrame";
import { tokensQuery } from "./admin.queries";
import { adminText, tokensText } from "./admin.text";
import { MakeToken, RevokeToken } from "./tokens-dialogs";

/** The keys with which programs of one's own side use a contract. */
export default function TokensPage() {
  const t = useText(tokensText);
  const [asked, setAsked] = useState<"make" | Token | undefined>();
  const close = () => setAsked(undefined);
  return (
    <AdminFrame
      part="tokens"
      actions={
        <Button look="solid" onClick={() => setAsked("make")}>
          {t("add")}
        </Button>
      }
    >
      <ForContract part="tokens">
        {(contract) => (
          <>
            <p>{t("lead")}</p>
            <Tokens contract={contract} onRevoke={setAsked} />
            {asked === "make" && <MakeToken contract={contract} onClose={close} />}
            {asked && asked !== "make" && <RevokeToken contract={contract} token={asked} onClose={close} />}
          </>
        )}
      </ForContract>
    </AdminFrame>
  );
}

function Tokens({ contract, onRevoke }: { contract: string; onRevoke: (token: Token) => void }) {
  const t = useText(tokensText);
  const admin = useText(adminText);
  const role = useText(roleText);
  const side = useSide(contract);
  const tokens = useQuery(tokensQuery(contract));
  if (tokens.isPending) return <Loading />;
  if (tokens.isError) return <ProblemBanner problem={problemOf(tokens.error)} />;
  if (tokens.data.items.length === 0) return <p>{t("none")}</p>;
  return (
    <Table caption={admin("tokens")}>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{admin("role")}</th>
          <th scope="col">{t("made")}</th>
          <th scope="col">{t("expires")}</th>
          <th scope="col">{t("used")}</th>
          <th scope="col" className="no-print">
            {admin("action")}
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.data.items.map((token) => (
          <tr className="admin-row" key={token.id}>
            <th scope="row">{token.name}</th>
            <td>{role(token.role)}</td>
            <td>{sayInstant(token.created_at)}</td>
            <td>{sayInstant(token.expires_at)}</td>
            <td>{token.last_used_at ? sayInstant(token.last_used_at) : t("never")}</td>
            <td className="no-print">
              {[side, "neutral"].includes(sideOf(token.role)) && (
                <Button size="sm" look="text" onClick={() => onRevoke(token)}>
                  {t("revoke")}
                  <span className="visually-hidden"> {token.name}</span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
