import { Badge } from "#app/components/badge.tsx";
import { Card } from "#app/components/card.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CandidateGroupRow } from "#domain/colocation/candidates/candidate-rows.ts";
import { BuildForm } from "./build-form.tsx";
import { MoneyLine } from "./money-line.tsx";

type Props = { groups: readonly CandidateGroupRow[]; buildKey: string | null };

/** Groups that fit into one house together. */
export function GroupList({ groups, buildKey }: Props) {
  const words = useWords(area);
  const format = useFormats();
  return (
    <Card title={words.groups} isFlush>
      <p className="px-4 pb-3 text-ink-soft">{words.groupsNote}</p>
      <ul className="flex flex-col">
        {groups.map(({ to, members, vacated, score, money, ...group }) => {
          const names = members.map(({ unit }) => unit).join(", ");
          return (
            <li key={to.id} className="flex flex-col gap-1.5 border-t border-line px-4 py-3">
              <h3 className="font-semibold">{words.headline(names, to.name)}</h3>
              <p className="text-sm text-ink-soft">
                {to.address} · {group.with.length > 0 ? words.withThem(group.with.join(", ")) : words.alone}
              </p>
              <p className="text-sm text-ink-soft">
                {vacated.length > 0 ? words.vacated(vacated.join(", ")) : words.noneVacated}
              </p>
              <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
                <Badge status={score >= 70 ? "good" : "info"}>{words.scoreOf(format.number(score))}</Badge>
                <MoneyLine money={money} />
                {buildKey && (
                  <div className="screen-only">
                    <BuildForm
                      {...{ sendingKey: buildKey, toId: to.id, members }}
                      label={words.buildOf(names, to.name)}
                    />
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
