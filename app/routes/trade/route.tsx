import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarCheck, Handshake, Plus } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { trade as area } from "#app/i18n/trade.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { listTradeAgreements, type TradeAgreement } from "#db/queries/trade/list-agreements.ts";
import { may } from "#domain/access.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { periodText, priceText } from "./period-text.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const { items, total } = await listTradeAgreements(context.db, actor);
  const own = new Map<string, string>();
  for (const one of items) {
    if (one.isSeller) own.set(one.sellerUnitId, one.sellerName);
    if (one.isBuyer) own.set(one.buyerUnitId, one.buyerName);
  }
  return {
    locale: localeFrom(request, actor.locale),
    ...{ items, total, mayAdd: may(actor, "cases", "write"), maySettle: may(actor, "services", "write") },
    statements: [...own].slice(0, 12).map(([id, name]) => ({ id, name })),
    was: new URL(request.url).searchParams.get("was"),
  };
}

export default function Trade() {
  const { items, total, mayAdd, maySettle, statements, was } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const said = was && words.was[was];
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead}
        tools={
          <>
            {maySettle && (
              <LinkButton to="/trade/settlements" icon={CalendarCheck}>
                {words.settle}
              </LinkButton>
            )}
            {mayAdd && (
              <LinkButton to="/trade/new" look="primary" icon={Plus}>
                {words.add}
              </LinkButton>
            )}
          </>
        }
      />
      {said && <Notice status="good">{said}</Notice>}
      <Card isFlush>
        <DataTable
          caption={words.caption}
          phone="cards"
          rows={items as TradeAgreement[]}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `/trade/${id}`}
          empty={<EmptyState icon={Handshake} title={mayAdd ? words.none : words.noneToRead} />}
          columns={useAgreementColumns()}
        />
        {items.length < total && <MoreLink shown={items.length} total={total} />}
      </Card>
      {statements.length > 0 && (
        <Card title={words.statement.statements}>
          <ul className="flex flex-col gap-1">
            {statements.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/trade/statements/${id}`} className="text-link inline-block min-h-6">
                  {words.statement.openFor(name)}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function useAgreementColumns(): Column<TradeAgreement>[] {
  const words = useWords(area);
  const format = useFormats();
  const isDanish = useLocale() === "da";
  const heads = words.columns;
  return [
    {
      key: "service",
      header: heads.service,
      cell: (row) => (isDanish ? row.serviceNameDa : row.serviceNameEn),
    },
    { key: "seller", header: heads.seller, cell: (row) => row.sellerName },
    { key: "buyer", header: heads.buyer, cell: (row) => row.buyerName },
    {
      key: "price",
      header: heads.price,
      isNumeric: true,
      cell: (row) => priceText(row, words, format),
    },
    { key: "quantity", header: heads.quantity, isNumeric: true, cell: (row) => format.number(row.quantity) },
    { key: "period", header: heads.period, cell: (row) => periodText(row, words, format) },
    { key: "state", header: heads.state, cell: (row) => <StateBadge row={row} /> },
  ];
}

function StateBadge({ row }: { row: TradeAgreement }) {
  const words = useWords(area);
  if (row.state === "active") return <Badge status="good">{words.states.active}</Badge>;
  if (row.state === "ended") return <Badge>{words.states.ended}</Badge>;
  if (row.unitPriceOre === null || row.quantity === null)
    return <Badge status="attention">{words.unpriced}</Badge>;
  const waitsForMe = (row.isSeller && !row.hasSellerAgreed) || (row.isBuyer && !row.hasBuyerAgreed);
  return waitsForMe ? (
    <Badge status="attention">{words.waitsForYou}</Badge>
  ) : (
    <Badge status="info">{words.waitsForOther}</Badge>
  );
}
