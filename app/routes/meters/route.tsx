import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form } from "#app/components/link.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listDegreeMonths, listMeteredHouses } from "#db/queries/meter/list-metered-houses.ts";
import { writesAll } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { meterKinds, monthAfter } from "#domain/meter/meter.ts";
import { isOutlier, judgeHouses, type JudgedHouse } from "#domain/meter/metered-house.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { HouseTable } from "./house-table.tsx";
import { useSayMeters } from "./say-flags.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

const housesShown = 100;

/** Those among peers first, then those with most odd months; the largest first among equals. */
const byWeight = (a: JudgedHouse, b: JudgedHouse) =>
  weightOf(b) - weightOf(a) || (b.year ?? 0) - (a.year ?? 0);
const weightOf = ({ peers, odd }: JudgedHouse) =>
  (peers === "high" ? 100 : peers === "low" ? 50 : 0) + odd.length;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const params = new URL(request.url).searchParams;
  const kind = meterKinds.find((one) => one === params.get("kind")) ?? null;
  const every = params.get("which") === "every";
  const until = dayAt(new Date()).slice(0, 7);
  const houses = await listMeteredHouses(context.db, actor, until);
  const judged = judgeHouses(houses, await listDegreeMonths(context.db, actor), until);
  const asked = judged.filter((one) => (!kind || one.kind === kind) && (every || isOutlier(one)));
  return {
    ...{ locale: localeFrom(request, actor.locale), kind, every, lastMonth: monthAfter(until, -1) },
    ...{ buildings: new Set(houses.map(({ buildingId }) => buildingId)).size, total: asked.length },
    ...{ items: asked.toSorted(byWeight).slice(0, housesShown), mayBringIn: writesAll(actor, "colocation") },
  };
}

export default function Meters() {
  const { buildings, lastMonth, items, total, kind, every, mayBringIn } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const { month } = useSayMeters();
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead(format.number(buildings), month(lastMonth))}
        tools={
          mayBringIn && (
            <>
              <LinkButton to="/meters/import">{words.bringIn}</LinkButton>
              <LinkButton to="/meters/degree-days">{words.degreeDays}</LinkButton>
            </>
          )
        }
      />
      <Form className="screen-only flex flex-wrap items-end gap-3">
        <SelectField
          key={kind}
          {...{ name: "kind", label: words.filter.kind, none: words.filter.all, defaultValue: kind ?? "" }}
          options={meterKinds.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SelectField
          key={String(every)}
          {...{ name: "which", label: words.filter.which, defaultValue: every ? "every" : "flagged" }}
          options={(["flagged", "every"] as const).map((value) => ({ value, label: words.filter[value] }))}
        />
        <Button type="submit">{words.filter.show}</Button>
      </Form>
      {buildings === 0 ? (
        <EmptyState title={words.noMeters}>{words.noMetersHint}</EmptyState>
      ) : total === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <Card title={every ? words.filter.every : words.table.title} isFlush>
          {total > items.length && (
            <p className="px-4 pb-2 text-sm text-ink-soft">
              {words.shown(format.number(items.length), format.number(total))}
            </p>
          )}
          <HouseTable items={items} />
        </Card>
      )}
    </Page>
  );
}
