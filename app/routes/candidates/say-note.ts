import type { candidates } from "#app/i18n/candidates.ts";
import type { Formats } from "#app/i18n/format.ts";
import type { CandidateNote } from "#domain/colocation/candidates/explain-candidate.ts";
import { weekdayAndHour } from "#domain/use/use-week.ts";

type Words = (typeof candidates)["da"];
type Say<Key extends CandidateNote["key"]> = (note: Extract<CandidateNote, { key: Key }>) => string;

/** A reason or a blocker as a sentence. */
export function noteSayer({ notes, weekdays }: Words, format: Formats): (note: CandidateNote) => string {
  const m2 = format.areaM2;
  const metres = (meters: number) => format.number(meters, 0);
  const onFoot = ({ minutes, meters }: { minutes: number; meters: number }) =>
    [format.number(minutes), metres(meters)] as const;
  const says: { [Key in CandidateNote["key"]]: Say<Key> } = {
    free: ({ freeM2, neededM2 }) => notes.free(m2(freeM2), m2(neededM2)),
    tight: ({ freeM2, neededM2 }) => notes.tight(m2(freeM2), m2(neededM2)),
    quiet: ({ hours }) => notes.quiet(format.number(hours)),
    clash: ({ hours, of, first }) => {
      const { weekday, hour } = weekdayAndHour(first);
      return notes.clash(
        format.number(hours),
        format.number(of),
        weekdays[weekday - 1]!,
        `${hour}–${hour + 1}`,
      );
    },
    near: (note) => notes.near(...onFoot(note)),
    far: (note) => notes.far(...onFoot(note)),
    catchment: ({ meters, reach }) => notes.catchment(metres(meters), metres(reach)),
    vacates: ({ areaM2, rentOre }) =>
      rentOre > 0 ? notes.vacatesRent(m2(areaM2), format.ore(rentOre)) : notes.vacates(m2(areaM2)),
    staysInUse: ({ others }) => notes.staysInUse(format.number(others)),
    leaseSoon: ({ day }) => notes.leaseSoon(format.day(day)),
    leaseLong: ({ day }) => notes.leaseLong(format.day(day)),
    backlog: ({ ore }) => notes.backlog(format.ore(ore)),
    sound: ({ condition }) => notes.sound(String(condition)),
    worn: ({ condition }) => notes.worn(String(condition)),
    unsurveyed: () => notes.unsurveyed,
    converted: () => notes.converted,
    protected: () => notes.protected,
    apart: ({ unit }) => notes.apart(unit),
    rule: ({ words }) => notes.rule(words),
    wish: ({ words }) => notes.wish(words),
    estimated: () => notes.estimated,
  };
  return (note) => (says[note.key] as (note: CandidateNote) => string)(note);
}
