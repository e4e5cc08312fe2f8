import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { paperTemplate } from "#app/server/pdf/paper-template.ts";
import { typeset } from "#app/server/pdf/typeset.server.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { getCouncilCase } from "#db/queries/council/get-council-case.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { submittedMoney } from "../council-case/council-economy.server.ts";
import { casePaper } from "./case-paper.ts";
import { numberTables } from "./number-tables.ts";
import { numbersDocx } from "./numbers-docx.server.ts";
import { numbersXlsx } from "./numbers-xlsx.server.ts";
import { voiceOf, type Submitted } from "./paper-voice.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

/** Each file of a case: its type, and how it is made. */
const files = {
  pdf: {
    type: "application/pdf",
    make: (about: Submitted) =>
      Promise.resolve(typeset(paperTemplate, casePaper(about), new Date(about.submission.submittedAt))),
  },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    make: (about: Submitted) => {
      const { found, submission, locale } = about;
      const foot = voiceOf(about).words.foot(found.number, submission.sha256);
      return numbersDocx({ title: `${found.number} ${found.name}`, foot, locale }, numberTables(about));
    },
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    make: (about: Submitted) => numbersXlsx(numberTables(about)),
  },
};

/** A file of what was submitted: four pages for the council, or the numbers; of the frozen inputs, whatever the register says now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { caseId, format = "" } = params;
  const file = Object.hasOwn(files, format) ? files[format as keyof typeof files] : null;
  const found = file && isId(caseId) ? await getCouncilCase(context.db, actor, caseId) : null;
  const submission = found?.submission;
  if (!file || !submission) throw problem(404);
  const parts = await councilPartsOf(context.db, actor, dayAt(new Date()));
  const money = submittedMoney(actor, parts, submission);
  if (!money) throw problem(404);
  const about = { found, submission, money, locale: localeFrom(request, actor.locale) };
  return new Response(new Uint8Array(await file.make(about)), {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": attachmentNamed(`${found.number}-${submission.round}.${format}`),
      "Cache-Control": "private, no-store",
    },
  });
}
