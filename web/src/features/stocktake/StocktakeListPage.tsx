import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useContractId } from "../../api/contract";
import { today } from "../../api/session";
import type { BeginStocktake } from "../../api/types";
import { message, useLanguage, useText } from "../../lib/i18n";
import { sayDay } from "../../lib/wareki";
import { FormDialog } from "../../parts/FormDialog";
import { Button, buttonLook } from "../../ui/Button";
import { Chip } from "../../ui/Chip";
import { DateField } from "../../ui/DateField";
import { TextField } from "../../ui/Field";
import { Block, Page } from "../../ui/Page";
import { Table } from "../../ui/Table";
import { beginStocktake, stocktakesQuery } from "./stocktake.queries";
import { stocktakeText } from "./stocktake.text";

export default function StocktakeListPage() {
  const t = useText(stocktakeText);
  const spoken = useLanguage();
  const contract = useContractId();
  const { data } = useSuspenseQuery(stocktakesQuery(contract));
  const [beginning, setBeginning] = useState(false);
  return (
    <Page
      title={t("title")}
      trail={[
        <Link key="register" to="/contracts/$contract/register" params={{ contract }}>
          {t("register")}
        </Link>,
      ]}
      actions={
        <>
          {data.may_begin && (
            <Button look="solid" onClick={() => setBeginning(true)}>
              {t("begin")}
            </Button>
          )}
          <Link {...buttonLook("outline")} to="/contracts/$contract/register/labels" params={{ contract }}>
            {t("labels")}
          </Link>
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t("about")}</p>
        <Block title={t("list")}>
          {data.items.length === 0 ? (
            <p className="quiet">{t("none")}</p>
          ) : (
            <Table caption={t("list")}>
              <thead>
                <tr>
                  <th scope="col">{t("titleField")}</th>
                  <th scope="col">{t("on")}</th>
                  <th scope="col">{t("state")}</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((stocktake) => (
                  <tr key={stocktake.id}>
                    <th scope="row">
                      <Link
                        to="/contracts/$contract/register/stocktakes/$stocktake"
                        params={{ contract, stocktake: stocktake.id }}
                      >
                        {stocktake.title}
                      </Link>
                    </th>
                    <td>{sayDay(stocktake.on, spoken)}</td>
                    <td>
                      <StocktakeState closedOn={stocktake.closed_on} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Block>
      </div>
      {beginning && <Begin contract={contract} onClose={() => setBeginning(false)} />}
    </Page>
  );
}

export function StocktakeState({ closedOn }: { closedOn: string | null | undefined }) {
  const t = useText(stocktakeText);
  const spoken = useLanguage();
  return closedOn ? (
    <Chip tone="green" sign="○">
      {t("closedOn", { day: sayDay(closedOn, spoken) })}
    </Chip>
  ) : (
    <Chip tone="blue" sign="◇">
      {t("open")}
    </Chip>
  );
}

function Begin({ contract, onClose }: { contract: string; onClose: () => void }) {
  const t = useText(stocktakeText);
  const client = useQueryClient();
  const navigate = useNavigate();
  const mutation = useMutation({
    mutationFn: (body: BeginStocktake) => beginStocktake(contract, body),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["stocktakes", contract] });
      await navigate({
        to: "/contracts/$contract/register/stocktakes/$stocktake",
        params: { contract, stocktake: id },
      });
    },
  });
  return (
    <FormDialog
      title={t("begin")}
      submit={t("begin")}
      initial={{ title: t("title"), on: today() }}
      mutation={mutation}
      input={(values) => values}
      done={message(stocktakeText, "begun")}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextField {...form.bind("title")} label={t("titleField")} required maxLength={200} />
          <DateField {...form.bind("on")} label={t("on")} hint={t("onHint")} required />
        </>
      )}
    </FormDialog>
  );
}
