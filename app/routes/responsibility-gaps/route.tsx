import { CircleCheck } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import type { Column } from "#app/components/column.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Link } from "#app/components/link.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { itemNamesIn, type ItemNames } from "#app/components/responsibility/name-rule.ts";
import { common } from "#app/i18n/common.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listGaps, type GapRow } from "#db/queries/responsibility/list-gaps.ts";
import { listRuleChoices } from "#db/queries/responsibility/list-rule-choices.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: responsibility[data?.locale ?? "da"].gaps.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const locale = localeFrom(request, actor.locale);
  const [gaps, choices] = await Promise.all([
    listGaps(context.db, actor, dayAt(new Date())),
    listRuleChoices(context.db, actor),
  ]);
  return {
    locale,
    ...gaps,
    names: itemNamesIn(choices.items, locale),
    mayWrite: may(actor, "services", "write"),
  };
}

export default function ResponsibilityGaps() {
  const { items, total, names, mayWrite } = useLoaderData<typeof loader>();
  const words = useWords(responsibility);
  const { gaps } = words;
  return (
    <Page>
      <PageHead
        title={gaps.title}
        note={gaps.note}
        above={<Link to="/responsibility">{words.matrix.title}</Link>}
      />
      {total === 0 ? (
        <Card>
          <EmptyState icon={CircleCheck} title={gaps.none}>
            {gaps.noneHint}
          </EmptyState>
        </Card>
      ) : (
        <Card isFlush>
          <GapTable {...{ items, names, mayWrite }} />
          <MoreLink shown={items.length} total={total} />
        </Card>
      )}
    </Page>
  );
}

type GapTableProps = { items: readonly GapRow[]; names: ItemNames; mayWrite: boolean };

function GapTable({ items, names, mayWrite }: GapTableProps) {
  const words = useWords(responsibility);
  const format = useFormats();
  const { gaps, matrix } = words;
  const { actions } = useWords(common);
  const columns: Column<GapRow>[] = [
    { key: "item", header: matrix.what, cell: (gap) => names[gap.itemCode] ?? gap.itemCode },
    { key: "number", header: gaps.number, isNumeric: true, cell: (gap) => gap.number },
    { key: "where", header: matrix.where, cell: (gap) => words.locations[gap.location] },
    { key: "cause", header: matrix.cause, cell: (gap) => words.causes[gap.cause] },
    { key: "tenure", header: matrix.tenure, cell: (gap) => words.tenures[gap.tenure] },
    {
      ...{ key: "times", header: gaps.times, unit: gaps.timesUnit, isNumeric: true },
      cell: (gap) => format.number(gap.timesMet),
    },
    { key: "last", header: gaps.last, cell: (gap) => format.dateTime(gap.lastMetAt) },
    {
      key: "place",
      header: gaps.place,
      cell: ({ buildingId, buildingName }) =>
        buildingId && (
          <Link to={`/buildings/${buildingId}`} className="text-link inline-block min-h-6">
            {buildingName}
          </Link>
        ),
    },
  ];
  const close: Column<GapRow> = { key: "close", header: actions, cell: (gap) => <Close {...gap} /> };
  return (
    <DataTable
      caption={gaps.caption}
      phone="cards"
      rows={items}
      rowKey={({ id }) => id}
      columns={mayWrite ? [...columns, close] : columns}
    />
  );
}

function Close({ number }: { number: number }) {
  const { gaps } = useWords(responsibility);
  return (
    <LinkButton isCompact to={`/responsibility/rules/new?gap=${number}`} aria-label={gaps.closeOf(number)}>
      {gaps.close}
    </LinkButton>
  );
}
