import { json, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Link } from "#app/components/link.tsx";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { benefits as area } from "#app/i18n/benefits.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import { answerBenefit } from "#db/commands/benefit/answer-benefit.ts";
import { listBenefits } from "#db/queries/benefit/list-benefits.ts";
import { scopeOf, writesAll } from "#domain/access.ts";
import { BenefitAnswerForm } from "#domain/council/benefit-form.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { AnswerCard } from "./answer-card.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import { storeEvidence } from "./store-evidence.server.ts";
import { YearsCard } from "./years-card.tsx";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" }, takes: "document" };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.line.label ?? area.da.title }];

type Asked = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

async function askedFor({ request, context, params }: Asked) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const [line] = isId(params.benefitId)
    ? await listBenefits(context.db, actor, { id: params.benefitId })
    : [];
  if (!line) throw problem(404);
  return { actor, line };
}

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, line } = await askedFor(asked);
  const scope = scopeOf(actor, "colocation", "write");
  const mayAnswer =
    writesAll(actor, "colocation") ||
    line.ownerAccountId === actor.accountId ||
    (line.administrationId !== null && scope.administrationIds.includes(line.administrationId));
  return {
    locale: localeFrom(asked.request, actor.locale),
    line,
    mayAnswer,
    year: yearOf(dayAt(new Date())),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { actor, line } = await askedFor(asked);
  const { db, files } = asked.context;
  const now = new Date();
  return withUpload(asked.request, mostDocumentBytes, async (upload) => {
    const typed = upload.fields;
    const no = (faults: string[]) => json({ faults, typed }, 422);
    if (typed["intent"] === "evidence") {
      const fault = await storeEvidence({ db, files, actor, benefitId: line.id }, upload, now);
      return fault ? no([fault]) : redirect(`/benefits/${line.id}`, 303);
    }
    const form = BenefitAnswerForm.safeParse({ words: "", isBudgetReduced: "", ...typed });
    if (!form.success) return no(form.error.issues.map(({ message }) => message));
    const answered = await answerBenefit(db, actor, line.id, form.data, now);
    return answered.ok ? redirect(`/benefits/${line.id}`, 303) : no([answered.refusal]);
  });
}

export default function BenefitPage() {
  const { line, mayAnswer, year } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(area);
  const faults = answer?.faults ?? [];
  return (
    <Page>
      <PageHead
        title={line.label}
        note={[
          `${line.caseNumber} ${line.caseName}`,
          words.page.phased(line.fromYear, line.phaseYears),
          line.source && words.source(line.source),
        ]
          .filter(Boolean)
          .join(" · ")}
        above={
          <Link to="/benefits" className="text-link">
            {words.page.back}
          </Link>
        }
        tools={
          <Link to={`/council/cases/${line.caseId}`} className="text-link">
            {line.caseNumber}
          </Link>
        }
      />
      <FormErrors
        errors={faults.map((fault) => ({ fieldId: fault, message: words.faults[fault] ?? fault }))}
      />
      <YearsCard line={line} year={year} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {mayAnswer && <AnswerCard {...{ line, year, faults, typed: answer?.typed ?? null }} />}
        <EvidenceCard {...{ line, mayAnswer }} />
      </div>
    </Page>
  );
}
