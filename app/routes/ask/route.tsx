import { MapPinOff } from "lucide-react";
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  useActionData,
  useLoaderData,
  useSearchParams,
  type ShouldRevalidateFunctionArgs,
} from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { LinkButton } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ask as area } from "#app/i18n/ask.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { shell } from "#app/i18n/shell.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AskForm } from "./ask-form.tsx";
import { loadAsk, takeForm, type AskReply } from "./load-ask.server.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" }, takes: "photos" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].title }];

/** Following a case from here changes nothing that this page shows of itself. */
export const shouldRevalidate = ({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  formAction === "/ask/follow" ? false : defaultShouldRevalidate;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const data = await loadAsk(context, actor, new URL(request.url).searchParams);
  return { ...data, locale: localeFrom(request, actor.locale) };
}

/** The form without script; with script the page sends it by itself, so that a lost connection loses nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const locale = localeFrom(request, actor.locale);
  const taken = await takeForm(request, context, { ...actor, locale });
  if ("sent" in taken) return redirect(`/cases/${taken.sent}?sent`, 303);
  const isFault = taken.reply.trouble !== null || taken.reply.photoFaults.length > 0;
  return json<AskReply>(taken.reply, { status: isFault ? 422 : 200 });
}

export default function Ask() {
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as AskReply | undefined;
  const [, setParams] = useSearchParams();
  const words = useWords(area);
  const places = useWords(shell).places;
  const onBuilding = (building: string) =>
    setParams({ building }, { replace: true, preventScrollReset: true });
  return (
    <Page>
      <PageHead title={words.title} />
      {data.places.length === 0 ? (
        <Card>
          <EmptyState
            icon={MapPinOff}
            title={words.noPlaces}
            action={<LinkButton to="/portfolio">{places.map}</LinkButton>}
          >
            {words.noPlacesHint}
          </EmptyState>
        </Card>
      ) : (
        <AskForm data={data} reply={reply} onBuilding={onBuilding} />
      )}
    </Page>
  );
}
