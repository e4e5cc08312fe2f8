import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { itemNamesIn } from "#app/components/responsibility/name-rule.ts";
import { SelectField } from "#app/components/select-field.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listGaps } from "#db/queries/responsibility/list-gaps.ts";
import { listRuleChoices } from "#db/queries/responsibility/list-rule-choices.ts";
import { listMatrixDays, listRules } from "#db/queries/responsibility/list-rules.ts";
import { may } from "#domain/access.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { findHoles } from "#domain/responsibility/find-holes.ts";
import { groupRules } from "#domain/responsibility/group-rules.ts";
import { oneOf } from "#domain/responsibility/read-question.ts";
import { responsibilityTenures } from "#domain/responsibility/terms.ts";
import { AnswerBox } from "./answer-box.tsx";
import { AskForm } from "./ask-form.tsx";
import { askWhatIf, readAsked } from "./ask-what-if.server.ts";
import { Coverage } from "./coverage.tsx";
import { RuleTable } from "./rule-table.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: responsibility[data?.locale ?? "da"].matrix.title },
];

/** What makes two rules one row: all they say but what they speak of. */
const answerKey = (rule: Awaited<ReturnType<typeof listRules>>[number]): string => {
  const { id: _, itemCode: _item, location: _place, cause: _cause, tenure: _tenure, ...rest } = rule;
  return JSON.stringify({ ...rest, replacesId: null, replacedById: null });
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const params = new URL(request.url).searchParams;
  const now = new Date();
  const today = dayAt(now);
  const on = parseDay(params.get("on")) ?? today;
  const only = oneOf(responsibilityTenures, params.get("show"));
  const asked = readAsked(params);
  const [rules, days, choices, gaps, whatIf] = await Promise.all([
    listRules(context.db, actor, on),
    listMatrixDays(context.db, actor),
    listRuleChoices(context.db, actor),
    listGaps(context.db, actor, today),
    askWhatIf(context.db, actor, asked, on, now),
  ]);
  const shown = rules.filter((rule) => !only || rule.tenure === null || rule.tenure === only);
  const defaults = rules.filter(({ level }) => level === "default");
  const locale = localeFrom(request, actor.locale);
  return {
    ...{ locale, on, today, only, asked, whatIf, days, gapCount: gaps.total },
    groups: groupRules(shown, answerKey),
    coverage: findHoles(
      defaults,
      choices.items.map(({ code }) => code),
      on,
    ),
    names: itemNamesIn(choices.items, locale),
    administrations: choices.administrations,
    mayWrite: may(actor, "services", "write"),
    isUndone: params.get("done") === "undone",
  };
}

export default function Responsibility() {
  const page = useLoaderData<typeof loader>();
  const { on, today, only, asked, whatIf, days, gapCount, groups, coverage, names, mayWrite } = page;
  const words = useWords(responsibility);
  const isToday = on === today;
  const kept: Record<string, string> = { ...(!isToday && { on }), ...(only && { show: only }) };
  const tools = (
    <>
      <LinkButton to="/responsibility/gaps">{words.matrix.toGaps(gapCount)}</LinkButton>
      {mayWrite && (
        <LinkButton to="/responsibility/rules/new" look="primary">
          {words.matrix.add}
        </LinkButton>
      )}
    </>
  );
  return (
    <Page>
      <PageHead title={words.matrix.title} note={words.matrix.note} tools={tools} />
      {page.isUndone && <Notice status="good">{words.rule.undone}</Notice>}
      <Card title={words.ask.title}>
        <AskForm asked={asked} names={names} administrations={page.administrations} kept={kept} />
        {whatIf && <AnswerBox {...{ whatIf, names, isToday, mayWrite }} />}
      </Card>
      <Card isFlush title={words.matrix.asOf} tools={<DayForm {...{ on, only }} />}>
        <div className="flex flex-col gap-2 border-y border-line px-4 py-3 text-sm">
          <Versions days={days} today={today} on={on} />
          <Coverage coverage={coverage} names={names} />
          <p className="text-ink-soft">{words.matrix.precedence}</p>
        </div>
        <RuleTable groups={groups} names={names} />
      </Card>
    </Page>
  );
}

/** The day whose version is read, and of which buildings. */
function DayForm({ on, only }: { on: string; only: string | null }) {
  const words = useWords(responsibility);
  return (
    <Form key={`${on} ${only}`} method="get" className="flex flex-wrap items-end gap-2">
      <TextField label={words.matrix.day} type="date" name="on" defaultValue={on} />
      <SelectField
        label={words.matrix.tenure}
        name="show"
        none={words.matrix.allTenures}
        defaultValue={only ?? ""}
        options={responsibilityTenures.map((value) => ({ value, label: words.tenures[value] }))}
      />
      <Button type="submit">{words.matrix.show}</Button>
    </Form>
  );
}

/** The days on which the matrix became another: each leads to its version. */
function Versions({ days, today, on }: { days: readonly string[]; today: string; on: string }) {
  const words = useWords(responsibility);
  const format = useFormats();
  return (
    <p className="figures flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span className="text-ink-soft">{words.matrix.versions}:</span>
      {[...new Set([today, ...days])].sort().map((day) => (
        <Link
          key={day}
          to={day === today ? "/responsibility" : `/responsibility?on=${day}`}
          aria-current={day === on ? "date" : undefined}
          className={`inline-block min-h-6 ${day === on ? "font-semibold text-ink" : "text-link"}`}
        >
          {day === today ? words.matrix.today : format.day(day)}
        </Link>
      ))}
    </p>
  );
}
