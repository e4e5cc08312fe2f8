import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MessageCircleQuestion } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Notice } from "#app/components/notice.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { opinion } from "#app/i18n/opinion.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { openRound, type RoundRefusal } from "#db/commands/opinion/open-round.ts";
import { listBaselines, listRounds, sumOf } from "#db/queries/opinion/list-rounds.ts";
import { may } from "#domain/access.ts";
import { addDays, dayAt, yearOf } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { RoundForm } from "#domain/opinion/opinion-form.ts";
import { resultsOf } from "#domain/opinion/opinion-results.ts";
import { OpenRound } from "./open-round.tsx";
import { RoundResults } from "./round-results.tsx";

export const handle: RouteHandle = {
  needs: { area: "services", right: "read" },
  needsToChange: { area: "services", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: opinion[page?.locale ?? "da"].results.title },
];

const usualDays = 21;

/** Results are counted and hidden here: what may not be shown never reaches the browser. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const today = dayAt(new Date());
  const [found, baselines] = await Promise.all([
    listRounds(context.db, actor),
    listBaselines(context.db, actor),
  ]);
  const rounds = found.map(({ groups, ...round }) => ({
    ...round,
    whole: resultsOf([sumOf(groups)])[0]!,
    groups: resultsOf(groups),
  }));
  const isAskedThisYear = found.some(({ year }) => year === yearOf(today));
  const mayOpen = may(actor, "services", "write") && !isAskedThisYear;
  const closesOn = addDays(today, usualDays);
  return { locale: localeFrom(request, actor.locale), rounds, baselines: [...baselines], mayOpen, closesOn };
}

interface Outcome {
  invited: number | null;
  refusal: RoundRefusal | "fault" | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  const now = new Date();
  const parsed = RoundForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return json<Outcome>({ invited: null, refusal: "fault" }, 422);
  const result = await openRound(context.db, actor, parsed.data.closesOn, { today: dayAt(now), now });
  if (!result.ok) return json<Outcome>({ invited: null, refusal: result.refusal }, 422);
  return json<Outcome>({ invited: result.value, refusal: null });
}

export default function Satisfaction() {
  const { rounds, baselines, mayOpen, closesOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(opinion).results;
  const fault = answer?.refusal === "fault" ? words.fault : answer?.refusal && words.refusals[answer.refusal];
  return (
    <Page>
      <PageHead title={words.title} note={words.note} />
      {fault && <FormErrors errors={[{ message: fault }]} />}
      {answer?.invited != null && <Notice status="good">{words.opened(answer.invited)}</Notice>}
      {mayOpen && <OpenRound closesOn={closesOn} />}
      {rounds.length === 0 && (
        <Card>
          <EmptyState icon={MessageCircleQuestion} title={words.emptyTitle}>
            {words.empty}
          </EmptyState>
        </Card>
      )}
      {rounds.map((round) => (
        <RoundResults key={round.year} round={round} baselines={baselines} />
      ))}
    </Page>
  );
}
