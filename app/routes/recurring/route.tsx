import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CalendarSync } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { recurring as area } from "#app/i18n/recurring.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { listClosingPeriods } from "#db/queries/recurring/list-closing-periods.ts";
import { listRecurring } from "#db/queries/recurring/list-recurring.ts";
import { listUnitPlaces } from "#db/queries/recurring/list-unit-places.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { changeClosing } from "./change-closing.ts";
import { ClosingCard } from "./closing-card.tsx";
import { nextDays } from "./next-days.ts";
import { RecurringTable } from "./recurring-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const today = dayAt(new Date());
  const mayWrite = may(actor, "cases", "write");
  const [{ items, total }, closings, places] = await Promise.all([
    listRecurring(context.db, actor, today),
    listClosingPeriods(context.db, actor, today),
    mayWrite ? listUnitPlaces(context.db, actor, today) : [],
  ]);
  const units = [...new Map(places.map(({ unitId, unitName }) => [unitId, unitName]))];
  return {
    ...{ locale: localeFrom(request, actor.locale), today, total, closings, units },
    rows: items.map((row) => ({ ...row, next: nextDays(row, today, 1)[0] ?? null })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  return changeClosing(context.db, actor, await request.formData());
}

export default function Recurring() {
  const { rows, total, closings, units, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const add = units.length > 0 && (
    <LinkButton to="/recurring/new" look="primary" icon={CalendarSync}>
      {words.add}
    </LinkButton>
  );
  const errors = answer
    ? [
        ...(answer.refusal ? [{ message: words.closing.refusals[answer.refusal] }] : []),
        ...answer.faults.map((fault) => ({
          message: words.closing.faults[fault] ?? fault,
          fieldId: `closing-${fault}`,
        })),
      ]
    : [];
  return (
    <Page>
      <PageHead title={words.title} note={words.note} tools={rows.length > 0 && add} />
      <FormErrors errors={errors} />
      <Card isFlush>
        {rows.length === 0 ? (
          <EmptyState icon={CalendarSync} title={words.none} action={add}>
            {words.noneHint}
          </EmptyState>
        ) : (
          <>
            <RecurringTable rows={rows} />
            <MoreLink shown={rows.length} total={total} />
          </>
        )}
      </Card>
      <ClosingCard closings={closings} units={units} today={today} answer={answer} />
    </Page>
  );
}
