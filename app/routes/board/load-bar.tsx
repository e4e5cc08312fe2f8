import { Badge, type Status } from "#app/components/badge.tsx";
import { board } from "#app/i18n/board.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day.ts";
import { capacityMinutes, loadOf, type LoadVerdict, type TeamDay } from "#domain/work/capacity.ts";

const looks: Record<LoadVerdict, Status> = { free: "good", full: "attention", over: "bad", none: "neutral" };

const bars: Record<LoadVerdict, string> = {
  free: "fill-good",
  full: "fill-attention",
  over: "fill-bad",
  none: "fill-line",
};

/** What a team has on a day against what it can take on, in hours, as a share and in a word. */
export function LoadBar({ team, day }: { team: TeamDay; day: Day }) {
  const words = useWords(board).days;
  const format = useFormats();
  const { share, verdict } = loadOf(team, day);
  const hours = (minutes: number) => format.number(minutes / 60, 1);
  return (
    <span className="figures flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="h-1.5 w-full">
        <rect width="100" height="4" rx="2" className="fill-line" />
        <rect
          width={Math.min(100, (share ?? (verdict === "over" ? 1 : 0)) * 100)}
          height="4"
          rx="2"
          className={bars[verdict]}
        />
      </svg>
      <span className="text-ink-soft">
        {words.load(hours(team.loadMinutes), hours(capacityMinutes(team, day)))}
      </span>
      <Badge status={looks[verdict]}>
        {share === null ? words.verdicts[verdict] : `${words.verdicts[verdict]} ${format.percent(share, 0)}`}
      </Badge>
    </span>
  );
}
