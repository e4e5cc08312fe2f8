import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { AnswerFields } from "#app/components/responsibility/answer-fields.tsx";
import { itemNamesIn } from "#app/components/responsibility/name-rule.ts";
import { RuleFaults } from "#app/components/responsibility/rule-faults.tsx";
import { faultsOf, notSaved, ruleTyped } from "#app/http/rule-typed.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { addRule } from "#db/commands/responsibility/add-rule.ts";
import { listGaps, type GapRow } from "#db/queries/responsibility/list-gaps.ts";
import { listRuleChoices } from "#db/queries/responsibility/list-rule-choices.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readQuestion, type ReadQuestion } from "#domain/responsibility/read-question.ts";
import { RuleForm } from "#domain/responsibility/rule-form.ts";
import { MatterFields } from "./matter-fields.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: responsibility[data?.locale ?? "da"].rule.newTitle },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  const params = new URL(request.url).searchParams;
  const today = dayAt(new Date());
  const number = Number(params.get("gap"));
  const [choices, gaps] = await Promise.all([
    listRuleChoices(context.db, actor),
    Number.isSafeInteger(number) && number > 0 ? listGaps(context.db, actor, today, number) : null,
  ]);
  const gap = gaps?.items[0] ?? null;
  const locale = localeFrom(request, actor.locale);
  const names = itemNamesIn(choices.items, locale);
  const begins = beginning(gap ?? readQuestion(params), today, choices.slaCodes);
  return { locale, today, choices, names, gap: gap && { id: gap.id, number: gap.number }, begins };
}

/** What the form says before anyone has typed: what the gap or the question was about, from today. */
const beginning = (matter: GapRow | ReadQuestion, today: string, slaCodes: readonly string[]) => ({
  ...{ level: "default", from: today, executor: "landlord", payer: "landlord", payerSharePercent: "100" },
  slaCode: slaCodes.includes("standard") ? "standard" : (slaCodes[0] ?? ""),
  itemCode: matter.itemCode ?? "",
  location: matter.location ?? "",
  cause: matter.cause ?? "",
  tenure: matter.tenure ?? "",
});

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  const form = await request.formData();
  const typed = ruleTyped(form);
  const parsed = RuleForm.safeParse(typed);
  if (!parsed.success) return notSaved({ typed, faults: faultsOf(parsed.error) });
  const gapId = String(form.get("gapId") ?? "");
  const saved = await addRule(context.db, actor, parsed.data, isId(gapId) ? gapId : null, new Date());
  if (!saved.ok) return notSaved({ typed, refusal: saved.refusal });
  const { ruleId, closedGaps } = saved.value;
  return redirect(`/responsibility/rules/${ruleId}?done=saved&closed=${closedGaps}`);
}

export default function NewResponsibilityRule() {
  const { today, choices, names, gap, begins } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(responsibility);
  const typed = answer?.typed ?? begins;
  const faults = answer?.faults ?? [];
  return (
    <Page>
      <PageHead
        title={words.rule.newTitle}
        note={words.rule.newNote}
        above={<Link to="/responsibility">{words.matrix.title}</Link>}
      />
      {gap && <Notice>{words.rule.forGap(gap.number)}</Notice>}
      <Form method="post" className="flex max-w-3xl flex-col gap-5" noValidate>
        {answer && <RuleFaults faults={answer.faults} refusal={answer.refusal} />}
        {gap && <input type="hidden" name="gapId" value={gap.id} />}
        <Card title={words.rule.about}>
          <MatterFields {...{ typed, faults, names }} administrations={choices.administrations} />
        </Card>
        <Card title={words.rule.answer}>
          <div className="flex flex-col gap-4">
            <AnswerFields {...{ typed, faults, choices, today }} />
            <Button type="submit" look="primary" className="self-start">
              {words.rule.save}
            </Button>
          </div>
        </Card>
      </Form>
    </Page>
  );
}
