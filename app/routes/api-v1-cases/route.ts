import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { toApiCaseRow } from "#app/http/api-case.ts";
import { caseFormProblem, caseRefusalProblem } from "#app/http/case-problem.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { placeCase } from "#db/commands/case/place-case.ts";
import { listCases } from "#db/queries/case/list-cases.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import { CaseForm, SendingKey } from "#domain/case/case-form.ts";
import { readCaseSearch } from "#domain/case/case-search.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
};

const maxLimit = 200;
const known = new Set(["state", "unit", "building", "q", "limit", "cursor"]);

const Cut = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .default(50)
    .transform((limit) => Math.min(limit, maxLimit)),
  cursor: z.string().nullable().default(null),
});

/** Cases, the newest first, a page at a time; `total` is exact and counts all pages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const params = new URL(request.url).searchParams;
  const unknown = [...new Set(params.keys())].filter((parameter) => !known.has(parameter));
  const cut = Cut.safeParse(Object.fromEntries(params));
  const faults = [
    ...unknown.map((field) => ({ field, message: "unknown parameter" })),
    ...(cut.error?.issues ?? []).map(({ path, message }) => ({ field: path.join("."), message })),
  ];
  if (!cut.success || faults.length > 0)
    throw problem(400, { detail: "Some parameters could not be read.", errors: faults });
  const locale = localeFrom(request, actor.locale);
  try {
    const page = await listCases(context.db, actor, readCaseSearch(params), cut.data, dayAt(new Date()));
    return json({ ...page, items: page.items.map((row) => toApiCaseRow(row, locale)) });
  } catch (error) {
    if (error instanceof CursorFault)
      throw problem(400, { errors: [{ field: "cursor", message: error.message }] });
    throw error;
  }
}

/** Places a case: 201 with its number and orders, the same again for the same key and body. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "GET, POST" } });
  const key = SendingKey.safeParse(request.headers.get("Idempotency-Key"));
  if (!key.success)
    throw problem(400, {
      detail:
        "Send the header Idempotency-Key: 8 to 200 printable characters that you use for this sending alone.",
      errors: [{ field: "Idempotency-Key", message: "is missing or cannot be used" }],
    });
  const form = CaseForm.safeParse(await bodyOf(request));
  if (!form.success) throw caseFormProblem(form.error);
  const locale = localeFrom(request, actor.locale);
  const sender = { kind: "account", origin: "api", actor: { ...actor, locale } } as const;
  const result = await placeCase(context.db, sender, form.data, key.data, new Date());
  if (!result.ok) throw caseRefusalProblem(result);
  return json(result.value, {
    status: 201,
    headers: { Location: `/api/v1/cases/${result.value.caseNumber}`, "Cache-Control": "no-store" },
  });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  }
}
