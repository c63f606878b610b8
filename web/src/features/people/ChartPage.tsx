import "./people.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useContract } from "../../api/contract";
import { useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { Button, buttonLook } from "../../ui/Button";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { OrganisationChart } from "./OrganisationChart";
import { chartFileUrl, chartQuery } from "./people.queries";
import { chartText, peopleText } from "./people.text";
import { Affiliation, useDuties } from "./words";

/** The organisation chart of a day, drawn and as a list; prints on one landscape page. */
export default function ChartPage() {
  const t = useText(chartText);
  const people = useText(peopleText);
  const spoken = useLanguage();
  const contract = useContract();
  const duties = useDuties(contract);
  const search = useSearch({ from: "/inside/contracts/$contract/people/chart" });
  const { data } = useSuspenseQuery(chartQuery(contract.id, search.as_of, spoken));
  const day = sayDay(data.as_of, spoken);
  const { chart } = data;
  return (
    <Page
      title={t("title")}
      trail={[
        <Link
          key="list"
          to="/contracts/$contract/people"
          params={{ contract: contract.id }}
          search={{ as_of: search.as_of }}
        >
          {people("title")}
        </Link>,
      ]}
      actions={
        <>
          <Button onClick={() => window.print()}>{t("print")}</Button>
          <a {...buttonLook("solid")} href={chartFileUrl(contract.id, search.as_of, spoken)}>
            {t("word")}
          </a>
        </>
      }
    >
      <div className="stack">
        <figure className="chart-figure">
          <figcaption>
            {contract.title}　{t("asOfDay", { day })}
          </figcaption>
          <OrganisationChart
            chart={chart}
            title={t("title")}
            description={t("drawn", { day, count: chart.people.length })}
          />
        </figure>
        <Block title={t("list")} count={people("people", { count: chart.people.length })}>
          {chart.people.length === 0 ? (
            <p className="quiet">{t("nobody")}</p>
          ) : (
            <Table caption={t("list")}>
              <thead>
                <tr>
                  <th scope="col">{people("duties")}</th>
                  <th scope="col">{people("name")}</th>
                  <th scope="col">{people("company")}</th>
                  <th scope="col">{people("work")}</th>
                  {data.contacts_shown && <th scope="col">{people("contact")}</th>}
                </tr>
              </thead>
              <tbody>
                {chart.people.map((person) => (
                  <tr key={`${person.name}${person.company}${person.work}`}>
                    <td>{duties(person.duties)}</td>
                    <th scope="row">{person.name}</th>
                    <td>
                      <Affiliation entry={{ ...person, assets: "" }} />
                    </td>
                    <td>{person.work}</td>
                    {data.contacts_shown && <td className="people-contact">{person.contact}</td>}
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Block>
      </div>
    </Page>
  );
}
