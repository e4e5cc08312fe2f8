import { json } from "@remix-run/node";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Notice } from "#app/components/notice.tsx";
import { PlainFrame } from "#app/components/plain-frame.tsx";
import { localeFrom } from "#app/i18n/locale.ts";
import { qr as area } from "#app/i18n/qr.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { getFollowedCase, type FollowedCase } from "#db/queries/qr/get-followed-case.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { OrderCard } from "./order-card.tsx";

export const handle: RouteHandle = { needs: "public" };

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const words = area[data?.locale ?? "da"].follow;
  return [
    { title: data?.found ? words.title(data.found.number) : words.gone.title },
    { name: "robots", content: "noindex, nofollow" },
  ];
};

/** A case by its private link: whoever has the link reads what became of the report, and nothing else. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const token = params.token ?? "";
  const found = /^[A-Za-z0-9_-]{43}$/.test(token)
    ? await getFollowedCase(context.db, hashSecret(token))
    : null;
  const { pathname, searchParams } = new URL(request.url);
  const page = { locale: localeFrom(request), here: pathname, isSent: searchParams.has("sent"), found };
  return json(page, { status: found ? 200 : 404 });
}

export default function Follow() {
  const { here, isSent, found } = useLoaderData<typeof loader>();
  return (
    <PlainFrame homeTo="/" localeTo="/locale" here={here}>
      <div className="mx-auto max-w-2xl">
        <Page>{found ? <Followed found={found as FollowedCase} isSent={isSent} /> : <Gone />}</Page>
      </div>
    </PlainFrame>
  );
}

function Gone() {
  const { gone } = useWords(area).follow;
  return (
    <>
      <h1>{gone.title}</h1>
      <p>{gone.text}</p>
    </>
  );
}

function Followed({ found, isSent }: { found: FollowedCase; isSent: boolean }) {
  const words = useWords(area);
  const format = useFormats();
  const { follow } = words;
  const place = found.place
    ? [found.place.label || words.wholeBuilding, found.place.building, found.place.address]
    : [words.report.protectedPlace];
  return (
    <>
      <PageHead title={follow.title(found.number)} note={follow.sentAt(format.dateTime(found.createdAt))} />
      {isSent ? (
        <Notice status="good" title={follow.sent}>
          <p>{follow.keep}</p>
          {found.hasEmail && <p>{follow.mailed}</p>}
        </Notice>
      ) : (
        <p className="text-sm text-ink-soft">{follow.keep}</p>
      )}
      <Card title={follow.heading}>
        <p className="break-words whitespace-pre-wrap">{found.text}</p>
        <p className="mt-2 text-sm text-ink-soft">
          {follow.place}: {place.filter(Boolean).join(", ")}
        </p>
      </Card>
      <h2 className="-mb-2 text-lg">{follow.orders}</h2>
      {found.orders.map((order) => (
        <OrderCard
          key={order.id}
          {...{ order, createdAt: found.createdAt }}
          steps={found.steps.filter(({ orderId }) => orderId === order.id)}
        />
      ))}
    </>
  );
}
