import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { getTradeStatement, type StatementLine } from "#db/queries/trade/get-statement.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { monthName } from "../trade/month-name.ts";
import { readYear } from "./read-year.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const year = readYear(request, yearOf(dayAt(new Date())));
  const { unitId } = params;
  const statement = isId(unitId) ? await getTradeStatement(context.db, actor, unitId, year) : null;
  if (!statement) throw problem(404);
  return { locale: localeFrom(request, actor.locale), unitId, year, ...statement };
}

export default function Statement() {
  const { unitId, year, unitName, lines } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const say = words.statement;
  return (
    <Page>
      <PageHead
        title={say.title(unitName)}
        note={say.lead}
        above={
          <Link to="/trade" className="text-link">
            {words.backToAll}
          </Link>
        }
        tools={
          <LinkButton to={`/trade/statements/${unitId}/file?year=${year}`} icon={Download} reloadDocument>
            {say.csv}
          </LinkButton>
        }
      />
      <Form method="get" className="screen-only flex items-end gap-2">
        <TextField
          key={year}
          {...{ label: say.year, name: "year", type: "number", min: 2000, max: 2100, defaultValue: year }}
        />
        <Button type="submit">{words.settlements.show}</Button>
        <span className="pb-1.5 text-sm text-ink-soft">{say.print}</span>
      </Form>
      <Sums {...{ lines, year }} />
      <Card isFlush>
        <DataTable
          caption={say.caption}
          phone="cards"
          rows={lines as StatementLine[]}
          rowKey={(row) => `${row.month} ${row.agreementId} ${row.kind}`}
          empty={<p className="text-ink-soft">{say.none}</p>}
          columns={useStatementColumns()}
        />
      </Card>
    </Page>
  );
}

/** What was sold, what was bought, and what is left, in the year. */
function Sums({ lines, year }: { lines: readonly { amountOre: number }[]; year: number }) {
  const say = useWords(area).statement;
  const format = useFormats();
  const sum = (of: (ore: number) => boolean) =>
    lines.reduce((total, { amountOre }) => total + (of(amountOre) ? amountOre : 0), 0);
  return (
    <Figures>
      <Figure
        label={`${say.sold} ${year}`}
        value={format.ore(
          sum((ore) => ore > 0),
          "ore",
        )}
      />
      <Figure
        label={`${say.bought} ${year}`}
        value={format.ore(
          sum((ore) => ore < 0),
          "ore",
        )}
      />
      <Figure
        label={`${say.net} ${year}`}
        value={format.ore(
          sum(() => true),
          "ore",
        )}
      />
    </Figures>
  );
}

function useStatementColumns(): Column<StatementLine>[] {
  const words = useWords(area);
  const say = words.statement;
  const format = useFormats();
  const locale = useLocale();
  return [
    { key: "month", header: say.monthHead, cell: (row) => monthName(row.month, locale) },
    { key: "with", header: say.counterpart, cell: (row) => row.counterpartName },
    {
      key: "what",
      header: say.what,
      cell: (row) => (
        <Link to={`/trade/${row.agreementId}`} className="text-link inline-block min-h-6">
          {locale === "da" ? row.serviceNameDa : row.serviceNameEn}
          {row.kind === "correction" && ` (${words.agreement.kind.correction.toLowerCase()})`}
        </Link>
      ),
    },
    {
      key: "quantity",
      header: say.quantityHead,
      isNumeric: true,
      cell: (row) =>
        row.kind === "service" ? `${format.number(row.quantity)} ${words.units[row.basis]}` : "–",
    },
    {
      key: "amount",
      header: words.settlements.amount,
      isNumeric: true,
      cell: (row) => format.ore(row.amountOre, "ore"),
    },
  ];
}
