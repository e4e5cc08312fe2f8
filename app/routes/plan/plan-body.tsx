import { plans as area } from "#app/i18n/plans.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { Plan } from "#db/queries/plan/get-plan.ts";
import { AdministrationTable } from "./administration-table.tsx";
import { PlanFigures } from "./key-figures.tsx";
import { MoneyCard } from "./money-card.tsx";
import { PlanNotes } from "./notes.tsx";
import { PackagesCard, type ShownPackages } from "./packages-card.tsx";
import { PlanCharts } from "./plan-charts.tsx";
import { SearchCard } from "./search-card.tsx";
import type { PlanSearch } from "./search.ts";
import { CopyCard, DecideCard } from "./side-cards.tsx";
import { YearsTable } from "./years-table.tsx";

/** What the page of a plan shows. */
export interface ShownPlan {
  plan: Plan;
  search: PlanSearch;
  found: ShownPackages;
  pageSize: number;
  administrations: { code: string; name: string }[];
  mayDraft: boolean;
  mayDecide: boolean;
}

export interface PlanFault {
  intent: string | null;
  refusal: string | null;
  faults: string[];
  typed: Record<string, string[]>;
}

type Props = { shown: ShownPlan; answer: PlanFault | null };

/** From the whole to the particular: what it comes to, its years, its works, and what can be done with it. */
export function PlanBody({ shown, answer }: Props) {
  const { plan, mayDraft, administrations } = shown;
  const { result, basis } = plan;
  const words = useWords(area);
  const isDraft = plan.state === "draft" && mayDraft;
  return (
    <>
      <PlanNotes plan={plan} mayDraft={mayDraft} />
      {result && basis && (
        <>
          <PlanFigures {...{ result, totalOre: plan.totalOre ?? 0, boundOre: plan.boundOre }} />
          <YearsTable years={result.years} />
          <PlanCharts plans={[{ name: plan.name, result, replacementOre: basis.replacementOre }]} />
          <Tools {...{ shown, answer, isDraft }} />
          <Works shown={shown} isDraft={isDraft} />
          <AdministrationTable
            {...{ title: words.charts.administrations, years: result.years, administrations }}
          />
        </>
      )}
      {!result && <Tools {...{ shown, answer, isDraft }} />}
    </>
  );
}

/** The year that is asked for, its buildings one by one. */
function Works({ shown, isDraft }: { shown: ShownPlan; isDraft: boolean }) {
  const { plan, search, found, pageSize, administrations } = shown;
  const year = plan.result!.years.find((figures) => figures.year === search.year);
  const years = plan.years.map((one) => one.year);
  return (
    <PackagesCard
      {...{ planId: plan.id, search, years, found, pageSize, administrations }}
      of={year?.buildings ?? found.total}
      budgetOre={year?.budgetOre ?? 0}
      rates={plan.basis!.rates}
      frame={isDraft ? { version: plan.version, years } : null}
    />
  );
}

/** Money, scenarios, a longer search, decisions. */
function Tools({ shown, answer, isDraft }: Props & { isDraft: boolean }) {
  const { plan, mayDraft, mayDecide, administrations } = shown;
  const words = useWords(area);
  const faultsOf = (intent: string) =>
    answer?.intent === intent ? answer.faults.map((fault) => words.faults[fault] ?? fault) : null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {isDraft && (
        <MoneyCard
          {...{ plan, administrations, isWrong: answer?.intent === "money" }}
          typed={answer?.intent === "money" ? answer.typed : null}
        />
      )}
      {mayDraft && <SearchCard {...{ plan, mayDraft, errors: faultsOf("search") }} />}
      {mayDraft && <CopyCard plan={plan} errors={faultsOf("copy")} />}
      {mayDraft && <DecideCard plan={plan} mayDecide={mayDecide} />}
    </div>
  );
}
