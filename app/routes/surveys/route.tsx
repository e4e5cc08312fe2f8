import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Figure, Figures } from "#app/components/figure.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { MoreLink } from "#app/components/more-link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { SelectField } from "#app/components/select-field.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { surveys as area } from "#app/i18n/surveys.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { countOwnVisits } from "#db/queries/survey/count-own-visits.ts";
import { listDueSurveys } from "#db/queries/survey/list-due-surveys.ts";
import { listSurveyors } from "#db/queries/survey/list-surveyors.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { surveyAgeOf } from "#domain/survey-age.ts";
import { cancelForm, DueTable } from "./due-table.tsx";
import { callOff, makeRound } from "./make-round.server.ts";
import { RoundFields } from "./round-fields.tsx";
import { ages, moreOf, readDueSearch } from "./search.ts";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "surveys", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  // A craftsman plans nothing: the visits are what there is.
  if (actor.grants.every(({ role }) => role === "craftsman")) throw redirect("/surveys/visit");
  const today = dayAt(new Date());
  const search = readDueSearch(new URL(request.url).searchParams);
  const mayWrite = may(actor, "surveys", "write");
  const [due, { districts }, surveyors, own] = await Promise.all([
    listDueSurveys(context.db, actor, search, search.shown, today),
    listFilterNames(context.db, actor, today),
    listSurveyors(context.db, actor, today),
    countOwnVisits(context.db, actor),
  ]);
  return {
    ...{ locale: localeFrom(request, actor.locale), today, search, mayWrite, districts, own },
    surveyors: surveyors.filter(() => mayWrite),
    ...due,
    items: due.items.map((item) => ({
      ...item,
      age: surveyAgeOf(item.surveyedOn, today, due.ages),
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const form = await request.formData();
  return form.has("cancel")
    ? callOff(context.db, actor, String(form.get("cancel")))
    : makeRound(context.db, actor, form);
}

export default function Surveys() {
  const { items, total, search, mayWrite, own, today, districts, surveyors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const format = useFormats();
  const tools = (
    <>
      {mayWrite && <LinkButton to="/surveys/import">{words.bringIn}</LinkButton>}
      {(own > 0 || mayWrite) && (
        <LinkButton to="/surveys/visit" look="primary">
          {own > 0 ? words.mine(own) : words.goMine}
        </LinkButton>
      )}
    </>
  );
  const table = <DueTable items={items} mayChoose={mayWrite} />;
  return (
    <Page>
      <PageHead title={words.title} note={words.note} tools={tools} />
      <FormErrors errors={answer?.refusal ? [{ message: words.refusals[answer.refusal] }] : []} />
      {answer?.made && (
        <Notice status="good">
          {words.round.done(answer.made.planned)}{" "}
          {answer.made.skipped > 0 && words.round.skipped(answer.made.skipped)}
        </Notice>
      )}
      {answer?.cancelled && (
        <Notice status="good">
          {words.cancelled(answer.cancelled.building, format.day(answer.cancelled.plannedOn))}
        </Notice>
      )}
      {mayWrite && <Form method="post" id={cancelForm} className="hidden" preventScrollReset />}
      <Counts />
      <Card title={words.due} isFlush>
        <Filters />
        {mayWrite && items.length > 0 ? (
          <Form method="post" preventScrollReset>
            {table}
            <MoreLink shown={items.length} total={total} to={items.length < total ? moreOf(search) : null} />
            <RoundFields
              {...{ today, surveyors }}
              district={districts.find(({ id }) => id === search.district)?.name ?? ""}
            />
          </Form>
        ) : (
          <>
            {table}
            <MoreLink shown={items.length} total={total} to={items.length < total ? moreOf(search) : null} />
          </>
        )}
      </Card>
    </Page>
  );
}

function Counts() {
  const { counts, ages } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const years = (count: number) => format.number(count, 1);
  return (
    <Figures>
      {(["never", "old", "ageing", "planned"] as const).map((key) => (
        <Figure
          key={key}
          label={words.counts[key](years(ages.ageingYears), years(ages.oldYears))}
          value={format.number(counts[key])}
        />
      ))}
    </Figures>
  );
}

function Filters() {
  const { search, districts, ages: holds } = useLoaderData<typeof loader>();
  const words = useWords(area);
  const format = useFormats();
  const bounds = { due: holds.ageingYears, old: holds.oldYears, all: 0 };
  return (
    <Form
      method="get"
      className="grid items-end gap-3 border-b border-line p-4 pt-0 md:grid-cols-[1fr_1fr_auto]"
    >
      <SelectField
        label={words.district}
        name="district"
        defaultValue={search.district ?? ""}
        none={words.allDistricts}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label={words.age}
        name="age"
        defaultValue={search.age}
        options={ages.map((value) => ({ value, label: words.ages[value](format.number(bounds[value], 1)) }))}
      />
      <Button type="submit">{words.show}</Button>
    </Form>
  );
}
