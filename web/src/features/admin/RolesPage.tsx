import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { scopeOf } from "../../api/role";
import { roleText } from "../../api/role.text";
import type { Member } from "../../api/types";
import { addDays } from "../../lib/day";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { ProblemBanner } from "../../ui/Banner";
import { Button } from "../../ui/Button";
import { Loading } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { AdminFrame, ForContract, useChosenContract } from "./AdminFrame";
import { membersQuery } from "./admin.queries";
import { adminText, rolesText } from "./admin.text";
import { AddMember, EndMember } from "./roles-dialogs";

/** Who is what in a contract, and from when to when. */
export default function RolesPage() {
  const t = useText(rolesText);
  const { chosen } = useChosenContract("roles");
  const [asked, setAsked] = useState<"add" | Member | undefined>();
  const close = () => setAsked(undefined);
  return (
    <AdminFrame
      part="roles"
      actions={
        chosen && (
          <Button look="solid" onClick={() => setAsked("add")}>
            {t("add")}
          </Button>
        )
      }
    >
      <ForContract part="roles">
        {(contract) => (
          <>
            <Members contract={contract} onEnd={setAsked} />
            {asked === "add" && <AddMember contract={contract} onClose={close} />}
            {asked && asked !== "add" && <EndMember contract={contract} member={asked} onClose={close} />}
          </>
        )}
      </ForContract>
    </AdminFrame>
  );
}

function Members({ contract, onEnd }: { contract: string; onEnd: (member: Member) => void }) {
  const t = useText(rolesText);
  const admin = useText(adminText);
  const role = useText(roleText);
  const spoken = useLanguage();
  const members = useQuery(membersQuery(contract));
  const scopeSaid = ({ role, division, site_name }: Member) =>
    scopeOf(role) === "contract" ? t("scopeAll") : (division ?? site_name ?? t("scopeNone"));
  if (members.isPending) return <Loading />;
  if (members.isError) return <ProblemBanner problem={problemOf(members.error)} />;
  if (members.data.items.length === 0) return <p>{t("none")}</p>;
  return (
    <Table caption={admin("roles")}>
      <thead>
        <tr>
          <th scope="col">{admin("name")}</th>
          <th scope="col">{admin("side")}</th>
          <th scope="col">{admin("role")}</th>
          <th scope="col">{t("scope")}</th>
          <th scope="col">{t("from")}</th>
          <th scope="col">{t("to")}</th>
          <th scope="col" className="no-print">
            {admin("action")}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.data.items.map((member) => (
          <tr className="admin-row" key={member.id}>
            <th scope="row">{member.name}</th>
            <td>{admin(member.side)}</td>
            <td>{role(member.role)}</td>
            <td>{scopeSaid(member)}</td>
            <td>{sayDay(member.from, spoken)}</td>
            <td>
              {member.to ? sayDay(addDays(member.to, -1), spoken) : t("noEnd")}
              {member.state === "ended" && ` ${t("over")}`}
              {member.state === "coming" && ` ${t("coming")}`}
            </td>
            <td className="no-print">
              {member.state !== "ended" && (
                <Button size="sm" look="text" onClick={() => onEnd(member)}>
                  {t("end")}
                  <span className="visually-hidden">
                    {" "}
                    {member.name} {role(member.role)}
                  </span>
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
