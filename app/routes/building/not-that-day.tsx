import { CalendarDays } from "lucide-react";
import { LinkButton } from "#app/components/button.tsx";
import { Page, PageHead } from "#app/components/page.tsx";
import { building as area } from "#app/i18n/building.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { Day } from "#domain/day.ts";
import { BackLink } from "./building-head.tsx";
import { DayChooser } from "./day-chooser.tsx";
import { buildingTo, type BuildingSearch } from "./search.ts";

type NotThatDayProps = {
  id: string;
  today: Day;
  search: BuildingSearch;
  days: { before: Day | null; after: Day | null };
};

/** The building is known, but not on this day: the nearest days on which it is. */
export function NotThatDay({ id, today, search, days }: NotThatDayProps) {
  const words = useWords(area).day;
  const format = useFormats();
  const to = (day: Day) => buildingTo(id, day, search.from, today);
  return (
    <Page>
      <PageHead
        above={<BackLink search={search} today={today} />}
        title={words.notThenTitle(format.day(search.on))}
        note={words.notThen}
      />
      <p className="flex flex-wrap gap-2">
        {days.before && (
          <LinkButton to={to(days.before)} icon={CalendarDays}>
            {words.last(format.day(days.before))}
          </LinkButton>
        )}
        {days.after && (
          <LinkButton to={to(days.after)} icon={CalendarDays}>
            {words.first(format.day(days.after))}
          </LinkButton>
        )}
      </p>
      <DayChooser search={search} />
    </Page>
  );
}
