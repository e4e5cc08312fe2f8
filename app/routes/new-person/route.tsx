import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Button, LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { GrantFields } from "#app/components/people/grant-fields.tsx";
import type { GrantValues } from "#app/components/people/grant-fields.tsx";
import { HandedOutPassword } from "#app/components/people/handed-out.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { grantTyped } from "#app/http/grant-typed.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { people } from "#app/i18n/people.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { createAccount } from "#db/commands/create-account.ts";
import type { HandedOut } from "#db/commands/create-account.ts";
import { listGrantChoices } from "#db/queries/accounts.ts";
import { AccountForm } from "#domain/account-form.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "people", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: people[page?.locale ?? "da"].create.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "people", "write");
  const choices = await listGrantChoices(context.db, actor, dayAt(new Date()));
  return { locale: localeFrom(request, actor.locale), choices };
}

interface Answer {
  typed: { name: string; email: string } & GrantValues;
  faults: string[];
  refusal: "notAllowed" | "emailTaken" | "unknownScope" | null;
  handedOut: HandedOut | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "people", "write");
  const form = await request.formData();
  const typed = {
    name: String(form.get("name") ?? ""),
    email: String(form.get("email") ?? ""),
    ...grantTyped(form),
  };
  const parsed = AccountForm.safeParse(typed);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) =>
      issue.code === "custom" ? issue.message : String(issue.path[0]),
    );
    return json<Answer>({ typed, faults, refusal: null, handedOut: null }, 422);
  }
  const result = await createAccount(context.db, actor, parsed.data, dayAt(new Date()));
  if (!result.ok) return json<Answer>({ typed, faults: [], refusal: result.refusal, handedOut: null }, 422);
  return json<Answer>(
    { typed, faults: [], refusal: null, handedOut: result.value },
    { headers: { "Cache-Control": "no-store" } },
  );
}

const EMPTY: Answer["typed"] = {
  name: "",
  email: "",
  role: "leader",
  administrationIds: [],
  unitIds: [],
  deputyAccountId: null,
};

export default function NewPerson() {
  const { choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(people);
  const typed = answer?.typed ?? EMPTY;
  const faults = answer?.faults ?? [];
  if (answer?.handedOut) {
    return (
      <Page>
        <PageHead title={words.create.title} />
        <HandedOutPassword name={typed.name} password={answer.handedOut.oneTimePassword} />
        <LinkButton to="/people" className="self-start">
          {words.list.title}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={words.create.title} above={<Link to="/people">{words.list.title}</Link>} />
      <Card className="max-w-3xl">
        <Form method="post" className="flex flex-col gap-5" noValidate>
          {answer?.refusal && <FormErrors errors={[{ message: words.refusals[answer.refusal] }]} />}
          <TextField
            label={words.list.name}
            name="name"
            defaultValue={typed.name}
            autoComplete="off"
            errors={faults.includes("name") ? [words.create.needsName] : null}
            required
          />
          <TextField
            label={words.list.email}
            name="email"
            type="email"
            defaultValue={typed.email}
            autoComplete="off"
            errors={faults.includes("email") ? [words.create.needsEmail] : null}
            required
          />
          <GrantFields choices={choices} values={typed} faults={faults} />
          <Button type="submit" look="primary" className="self-start">
            {words.create.submit}
          </Button>
        </Form>
      </Card>
    </Page>
  );
}
