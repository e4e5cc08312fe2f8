import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { GrantLine } from "#app/components/grant-line.tsx";
import { Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { HandedOutPassword } from "#app/components/people/handed-out.tsx";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { people } from "#app/i18n/people.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { getAccount, listGrantChoices } from "#db/queries/accounts.ts";
import { may } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AccessForms } from "./access-forms.tsx";
import { GrantForm } from "./grant-form.tsx";
import { changePerson } from "./change-person.ts";

export const handle: RouteHandle = {
  needs: { area: "people", right: "read" },
  needsToChange: { area: "people", right: "write" },
};

export const meta: MetaFunction<typeof loader> = ({ data, matches: _ }) => [
  { title: data?.account.name ?? people.da.list.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "people", "read");
  const today = dayAt(new Date());
  if (!isId(params.accountId)) throw problem(404);
  const [account, choices] = await Promise.all([
    getAccount(context.db, actor, params.accountId, today),
    listGrantChoices(context.db, actor, today),
  ]);
  if (!account) throw problem(404);
  const mayWrite = may(actor, "people", "write");
  const isSelf = account.id === actor.accountId;
  return { locale: localeFrom(request, actor.locale), account, choices, mayWrite, isSelf };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "people", "write");
  if (!isId(params.accountId)) throw problem(404);
  return changePerson(context.db, actor, params.accountId, await request.formData());
}

export default function Person() {
  const { account, choices, mayWrite, isSelf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(people);
  const changes = (
    <LinkButton to={`/audit?entity=account&id=${account.id}`}>{words.person.changes}</LinkButton>
  );
  return (
    <Page>
      <PageHead
        title={account.name}
        above={<Link to="/people">{words.list.title}</Link>}
        note={account.email}
        tools={changes}
      />
      {account.isDisabled && (
        <p>
          <Badge status="bad">{words.list.disabled}</Badge>
        </p>
      )}
      {answer?.refusal && <FormErrors errors={[{ message: words.refusals[answer.refusal] }]} />}
      {answer?.isSaved && <Notice status="good">{words.person.saved}</Notice>}
      {answer?.oneTimePassword && <HandedOutPassword name={account.name} password={answer.oneTimePassword} />}
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Card title={words.grant.title}>
          <ul className="flex flex-col gap-2 pb-4">
            {account.grants.map((grant, index) => (
              <li key={index}>
                <GrantLine grant={grant} />
              </li>
            ))}
          </ul>
          {mayWrite && <GrantForm account={account} choices={choices} answer={answer} />}
        </Card>
        {mayWrite && <AccessForms account={account} isSelf={isSelf} />}
      </div>
    </Page>
  );
}
