import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { DescriptionList } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { itemNamesIn, nameRule } from "#app/components/responsibility/name-rule.ts";
import { RuleFaults } from "#app/components/responsibility/rule-faults.tsx";
import { sayPayer } from "#app/components/responsibility/say-answer.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { responsibility } from "#app/i18n/responsibility.ts";
import { useFormats, useLocale, useWords } from "#app/i18n/use-words.tsx";
import { listRuleChoices } from "#db/queries/responsibility/list-rule-choices.ts";
import { listVersions, type RuleRow } from "#db/queries/responsibility/list-rules.ts";
import { may } from "#domain/access.ts";
import { addDays, dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { changeMatrix } from "./change-matrix.server.ts";
import { RuleForms } from "./rule-forms.tsx";
import { VersionsTable } from "./versions-table.tsx";

export const handle: RouteHandle = {
  needs: { area: "services", right: "read" },
  needsToChange: { area: "services", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ?? responsibility.da.matrix.rule },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  if (!isId(params.ruleId)) throw problem(404);
  const { ruleId } = params;
  const url = new URL(request.url);
  const [versions, choices] = await Promise.all([
    listVersions(context.db, actor, ruleId),
    listRuleChoices(context.db, actor),
  ]);
  const rule = versions.find(({ id }) => id === ruleId);
  if (!rule) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  const today = dayAt(new Date());
  return {
    ...{ locale, today, tomorrow: addDays(today, 1), rule, versions, choices },
    name: nameRule(responsibility[locale], itemNamesIn(choices.items, locale), rule),
    mayWrite: may(actor, "services", "write"),
    mayReadChanges: may(actor, "audit", "read"),
    done: url.searchParams.get("done"),
    closed: Number(url.searchParams.get("closed")) || 0,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  if (!isId(params.ruleId)) throw problem(404);
  return changeMatrix(context.db, actor, params.ruleId, await request.formData(), new Date());
}

export default function ResponsibilityRule() {
  const { rule, versions, choices, name, today, tomorrow, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(responsibility);
  const level = [words.levels[rule.level], rule.partyName].filter(Boolean).join(": ");
  return (
    <Page>
      <PageHead
        title={name}
        note={level}
        above={<Link to="/responsibility">{words.matrix.title}</Link>}
        tools={
          page.mayReadChanges && (
            <LinkButton to={`/audit?entity=responsibilityRule&id=${rule.id}`}>
              {words.rule.changes}
            </LinkButton>
          )
        }
      />
      {answer ? (
        <RuleFaults faults={answer.faults} refusal={answer.refusal} />
      ) : (
        <Done done={page.done} closed={page.closed} />
      )}
      <Card>
        <RuleFacts rule={rule} />
      </Card>
      <Card title={words.rule.versions} isFlush>
        <VersionsTable versions={versions} today={today} shownId={rule.id} />
      </Card>
      {page.mayWrite && <RuleForms key={rule.id} {...{ rule, choices, today, tomorrow }} answer={answer} />}
    </Page>
  );
}

/** What was just done, in words; nothing where nothing was. */
function Done({ done, closed }: { done: string | null; closed: number }) {
  const words = useWords(responsibility).rule;
  const said: Record<string, string> = {
    saved: closed > 0 ? words.savedAndClosed(closed) : words.saved,
    ...{ changed: words.changed, ended: words.ended, undone: words.undone },
  };
  const text = done && Object.hasOwn(said, done) ? said[done] : null;
  return text ? <Notice status="good">{text}</Notice> : null;
}

function RuleFacts({ rule }: { rule: RuleRow }) {
  const words = useWords(responsibility);
  const locale = useLocale();
  const format = useFormats();
  const from = format.day(rule.validFrom);
  const { matrix } = words;
  return (
    <DescriptionList
      facts={[
        { term: matrix.who, value: words.executors[rule.executor] },
        {
          term: matrix.pays,
          value: rule.otherPayer ? sayPayer(words, format, rule) : words.payers[rule.payer],
        },
        { term: matrix.clause, value: locale === "da" ? rule.clauseDa : rule.clauseEn, source: rule.source },
        {
          term: matrix.valid,
          value: rule.validTo
            ? matrix.until(from, format.day(addDays(rule.validTo, -1)))
            : matrix.since(from),
        },
        { term: words.rule.team, value: rule.teamName ?? words.rule.usualTeam },
        { term: words.rule.budgetLine, value: rule.budgetLine },
        { term: words.rule.sla, value: rule.slaCode },
      ]}
    />
  );
}
