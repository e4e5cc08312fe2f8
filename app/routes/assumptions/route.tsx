import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Coins } from "lucide-react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { assumptions as area } from "#app/i18n/assumptions.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { listAssumptions } from "#db/queries/condition/list-assumptions.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AssumptionLine } from "./assumption-line.tsx";
import { takeChange } from "./change-assumption.server.ts";
import { groupAssumptions } from "./group-assumptions.ts";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "settings", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const today = dayAt(new Date());
  const [rows, { types }] = await Promise.all([
    listAssumptions(context.db, actor),
    getElementBasis(context.db, actor, today),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, groups: groupAssumptions(rows) },
    types: types.map(({ code, sfb, nameDa, nameEn }) => ({ code, sfb, nameDa, nameEn })),
    mayChange: may(actor, "settings", "write"),
    isSaved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "settings", "write");
  const answer = await takeChange(context.db, actor, await request.formData(), new Date());
  return answer ? json(answer, { status: 422 }) : redirect("/assumptions?saved=1");
}

export default function AssumptionsPage() {
  const { groups, types, today, mayChange, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  const nameOf = (key: string): string => {
    const type = types.find(({ code }) => key === `life.${code}`);
    if (type) return `${type.sfb} ${isDanish ? type.nameDa : type.nameEn}`;
    return words.names[key] ?? key;
  };
  return (
    <Page>
      <PageHead
        title={words.title}
        note={words.lead}
        tools={
          <LinkButton to="/assumptions/prices" icon={Coins}>
            {words.prices}
          </LinkButton>
        }
      />
      {isSaved && !answer && <Notice status="good">{words.saved}</Notice>}
      {groups.map(({ group, rows }) => (
        <div key={group} id={group} className="scroll-mt-20">
          <Card title={words.groups[group]}>
            <p className="text-sm text-ink-soft">{words.usedIn[group]}</p>
            <ul>
              {rows.map((row) => (
                <AssumptionLine
                  key={row.key}
                  {...{ row, today, mayChange, name: nameOf(row.key) }}
                  answer={answer?.typed.key === row.key ? answer : null}
                />
              ))}
            </ul>
          </Card>
        </div>
      ))}
    </Page>
  );
}
