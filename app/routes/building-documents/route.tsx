import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { documents as area } from "#app/i18n/documents.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { getBuildingName, mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { DocumentFields } from "./document-fields.tsx";
import { afterDocument, backTo } from "./after-document.ts";
import { storeDocument } from "./store-document.server.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "write" }, takes: "document" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: area[data?.locale ?? "da"].add }];

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/** Who asks for which building, if they keep it: 404 where they may not know of it, 403 where they only see it. */
async function askedFor({ request, context, params }: Asked): Promise<{ actor: Actor; id: string }> {
  const actor = await requireActorWith(request, context, "register", "write");
  const { id } = params;
  const today = dayAt(new Date());
  if (!isId(id) || !(await mayReachBuilding(context.db, actor, id, "read", today))) throw problem(404);
  if (!(await mayReachBuilding(context.db, actor, id, "write", today))) throw problem(403);
  return { actor, id };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, id } = await askedFor(asked);
  const name = await getBuildingName(asked.context.db, actor, id);
  const back = backTo(id, new URL(asked.request.url).searchParams.get("back"));
  return { locale: localeFrom(asked.request, actor.locale), id, name, back };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, id } = await askedFor(asked);
  const { db, files } = asked.context;
  return withUpload(asked.request, mostDocumentBytes, async (upload) => {
    const answer = await storeDocument({ db, files, actor, buildingId: id }, upload, new Date());
    if (answer.ok) return redirect(afterDocument(id, upload.fields.back, answer.id, "added"), 303);
    if (answer.faults === null) throw problem(403);
    const { faults, sameAs } = answer;
    return json<DocumentAnswer>({ faults, sameAs, typed: upload.fields }, { status: 422 });
  });
}

/** The form on a page of its own: where one lands without script when something is wrong with it. */
export default function BuildingDocuments() {
  const { id, name, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as DocumentAnswer | undefined;
  const words = useWords(area);
  return (
    <Page>
      <PageHead
        title={words.add}
        note={name}
        above={
          <Link
            to={`${answer?.typed.back ? backTo(id, answer.typed.back) : back}#documents`}
            className="text-link"
          >
            {words.back}
          </Link>
        }
      />
      <Card>
        <form method="post" encType="multipart/form-data" className="max-w-2xl">
          <DocumentFields answer={answer} back={answer?.typed.back ?? back} isBusy={false} />
        </form>
      </Card>
    </Page>
  );
}
