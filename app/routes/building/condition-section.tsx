import { LineChart } from "#app/components/line-chart.tsx";
import { DescriptionList, type Fact } from "#app/components/description-list.tsx";
import { Link } from "#app/components/link.tsx";
import { building as area } from "#app/i18n/building.ts";
import { condition as conditionWords } from "#app/i18n/condition.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { backlogByYear } from "#domain/backlog-by-year.ts";
import type { Day } from "#domain/day.ts";
import type { TargetAnswer } from "./change-target.server.ts";
import { ConditionAggregates } from "./condition-aggregates.tsx";
import { ConditionBadge, SurveyAgeBadge } from "./condition-badge.tsx";
import { ElementList } from "./element-list.tsx";
import type { BuildingPage } from "./load-building.ts";
import type { BuildingCondition } from "./load-condition.ts";
import { Section } from "./section.tsx";
import { TargetCard } from "./target-card.tsx";
import { WaitingCard } from "./waiting-card.tsx";

type Props = Pick<BuildingPage, "building" | "upkeep"> & {
  age: BuildingPage["ages"]["newestSurvey"];
  condition: BuildingCondition | null;
  on: Day;
  today: Day;
  answer: TargetAnswer | null;
};

const backlogKinds = ["exterior", "interior", "tenYearNeed", "modernisation"] as const;
/** Charts count in thousands of kroner. */
const ORE_IN_THOUSAND_KR = 100_000;

/** How the building was found to be, and what is known of the work it needs: four figures that are kept apart. */
export function ConditionSection({ building, upkeep, age, condition, on, today, answer }: Props) {
  const words = useWords(area).condition;
  const elementWords = useWords(conditionWords).elements;
  const history = backlogByYear(upkeep.backlogHistory, on);
  return (
    <Section id="condition" title={words.title}>
      <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-2">
        <div className="flex flex-col gap-5">
          {condition && <ConditionAggregates summary={condition.summary} on={on} />}
          {condition && <TargetCard {...{ ...condition, today, answer }} />}
          {condition && (
            <WaitingCard waiting={condition.waiting} to={`/backlog/waiting?ids=${building.id}&on=${on}`} />
          )}
        </div>
        <div className="flex flex-col gap-5">
          <Backlog upkeep={upkeep} building={building} isOpen={condition !== null} on={on} />
          <Surveys upkeep={upkeep} age={age} />
          {history.length > 1 && (
            <LineChart
              title={words.chart}
              caption={words.chartCaption(String(history[0]!.year), String(history.at(-1)!.year))}
              unit={words.unit}
              labelHead={words.year}
              labels={history.map(({ year }) => String(year))}
              lines={[
                {
                  name: words.kinds.exterior,
                  values: history.map(({ amountOre }) => Math.round(amountOre / ORE_IN_THOUSAND_KR)),
                },
              ]}
            />
          )}
        </div>
      </div>
      {condition && condition.elements.length > 0 && (
        <div className="mt-5">
          <h3 className="font-semibold">{elementWords.title}</h3>
          <p className="mb-2 text-sm text-ink-soft">{elementWords.open}</p>
          <ElementList elements={condition.elements} />
        </div>
      )}
    </Section>
  );
}

type BacklogProps = Pick<Props, "upkeep" | "building" | "on"> & { isOpen: boolean };

/** The four figures; who may read surveys can open each to its lines. */
function Backlog({ upkeep, building, on, isOpen }: BacklogProps) {
  const words = useWords(area);
  const format = useFormats();
  const originOf = ({ source, method, validFrom }: Props["upkeep"]["backlog"][number]) =>
    [source, words.methods[method], format.day(validFrom)] as const;
  const [first] = upkeep.backlog;
  const shared = first && originOf(first).join();
  const facts: Fact[] = backlogKinds.map((kind) => {
    const term = words.condition.kinds[kind];
    const estimate = upkeep.backlog.find((row) => row.kind === kind);
    if (!estimate) return { term, value: words.condition.notEstimated };
    return {
      term,
      value: isOpen ? (
        <Link to={`/backlog/lines?ids=${building.id}&kind=${kind}&on=${on}`} className="text-link">
          {format.ore(estimate.amountOre)}
        </Link>
      ) : (
        format.ore(estimate.amountOre)
      ),
      source: originOf(estimate).join() === shared ? null : originOf(estimate).join(", "),
    };
  });
  return (
    <div>
      <p className="mb-1 text-sm text-ink-soft">{words.condition.four}</p>
      <DescriptionList facts={facts} />
      {first && (
        <p className="figures pt-2 text-sm text-ink-soft">{words.facts.origin(...originOf(first))}</p>
      )}
    </div>
  );
}

function Surveys({ upkeep, age }: Pick<Props, "upkeep" | "age">) {
  const words = useWords(area).condition;
  const format = useFormats();
  return (
    <div>
      <h3 className="mb-1 font-semibold">{words.surveys}</h3>
      {upkeep.surveys.length === 0 && <p className="text-ink-soft">{words.noSurvey}</p>}
      <ul className="figures">
        {upkeep.surveys.map((survey, index) => (
          <li
            key={survey.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5 last:border-b-0"
          >
            <Link to={`/surveys/${survey.id}`} className="text-link inline-flex min-h-6 items-center">
              {format.day(survey.surveyedOn)}
            </Link>
            {survey.condition !== null && <ConditionBadge condition={survey.condition} />}
            {survey.grade && <span>{survey.grade}</span>}
            {index === 0 && age && <SurveyAgeBadge age={age} />}
            <span className="text-sm text-ink-soft sm:ml-auto">{survey.source}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
