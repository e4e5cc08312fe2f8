import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { catalogue as area } from "#app/i18n/catalogue.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import { getService } from "#db/queries/catalogue/list-services.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { nameIn } from "../catalogue/service-text.ts";
import { editService } from "./edit-service.ts";
import { TermsCard } from "./terms-card.tsx";
import { TextsCard } from "./texts-card.tsx";
import { WithdrawCard } from "./withdraw-card.tsx";

export const handle: RouteHandle = { needs: { area: "services", right: "write" } };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: area[data?.locale ?? "da"].page.edit },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  const today = dayAt(new Date());
  const service = await getService(context.db, actor, params.code ?? "", today);
  if (!service) throw problem(404);
  return { locale: localeFrom(request, actor.locale), today, service };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "write");
  return editService(context.db, actor, params.code ?? "", await request.formData(), new Date());
}

export default function EditService() {
  const { service, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const words = useWords(area);
  const name = nameIn(service, useLocale());
  const errors = answer
    ? [
        ...(answer.refusal ? [{ message: words.edit.refusals[answer.refusal] }] : []),
        ...answer.faults.map((fault) => ({ message: words.edit.faults[fault] ?? fault, fieldId: fault })),
      ]
    : [];
  return (
    <Page>
      <PageHead
        title={words.edit.title(name)}
        above={<Link to={`/catalogue/${service.code}`}>{name}</Link>}
      />
      <FormErrors errors={errors} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <TermsCard service={service} today={today} answer={answer} />
        <div className="flex flex-col gap-5">
          <TextsCard service={service} answer={answer} />
          <WithdrawCard service={service} today={today} answer={answer} />
        </div>
      </div>
    </Page>
  );
}
