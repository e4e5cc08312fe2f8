import { Figure, Figures } from "#app/components/figure.tsx";
import { Notice } from "#app/components/notice.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";
import { backlogTo } from "./backlog-url.ts";
import type { Backlog } from "./load-backlog.server.ts";

type Props = Pick<Backlog, "sums" | "assumptions"> & { query: string };

/** The four figures, apart, each opening to its lines; and how far the first two can be trusted. */
export function HeadFigures({ sums, assumptions, query }: Props) {
  const all = useWords(area);
  const words = all.page;
  const format = useFormats();
  const { ore, oldOre, unopenedOre, bandOre } = sums;
  const deferredOre = ore.exterior + ore.interior;
  const years = format.number(assumptions.surveyOldAfter);
  return (
    <>
      <Figures>
        {backlogKinds.map((kind) => (
          <Figure
            key={kind}
            label={all.kinds[kind]}
            value={format.ore(ore[kind], "million")}
            note={words.kindNotes[kind]}
            to={backlogTo("/backlog/lines", query, { kind })}
            isLoud={kind === "exterior"}
          />
        ))}
      </Figures>
      <p className="text-sm text-ink-soft">{words.apart}</p>
      <Figures>
        <Figure
          label={words.old(years)}
          value={format.percent(deferredOre > 0 ? oldOre / deferredOre : null)}
          note={words.oldNote(format.ore(oldOre, "million"))}
          to={backlogTo("/backlog/lines", query, { old: "true" })}
        />
        <Figure
          label={words.band}
          value={`± ${format.ore(bandOre.together, "million")}`}
          note={words.bandNote(
            format.percent(deferredOre > 0 ? bandOre.together / deferredOre : null, 0),
            format.percent(assumptions.uncertaintyBase, 0),
            format.percent(assumptions.uncertaintyPerYear, 0),
            format.ore(bandOre.apart, "million"),
          )}
          to="/assumptions#backlog"
        />
        <Figure
          label={words.oldest}
          value={sums.oldestSurveyYear ?? "–"}
          note={words.oldestNote(format.number(sums.buildings), format.areaM2(sums.areaM2))}
        />
      </Figures>
      {unopenedOre > 0 && (
        <Notice status="attention">{words.unopened(format.ore(unopenedOre, "million"))}</Notice>
      )}
    </>
  );
}
