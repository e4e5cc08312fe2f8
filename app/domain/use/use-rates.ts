import { weekdayAndHour, weekHours } from "./use-week.ts";

/**
 * The hours a place is there for: 45 a week for offices and teaching (Monday to Friday, 8 to 17), or 6 to 22 every day
 * (112). Source: the project's domain notes.
 */
export const availabilities = ["office", "long"] as const;
export type Availability = (typeof availabilities)[number];

/** Whether an hour of the week is among those. @example isAvailable("office", 8) // true: Monday 8–9 */
export function isAvailable(availability: Availability, index: number): boolean {
  const { weekday, hour } = weekdayAndHour(index);
  return availability === "office" ? weekday <= 5 && hour >= 8 && hour < 17 : hour >= 6 && hour < 22;
}

/** The 168 hours of a week, true where the place is there to be used. */
export const availableHours = (availability: Availability): boolean[] =>
  Array.from({ length: weekHours }, (_, index) => isAvailable(availability, index));

/** From this hour on a working day is over. */
export const eveningFrom = 16;
const eveningTo = 22;
/** The hours of an evening week: 16 to 22, Monday to Friday. */
export const eveningHourCount = 5 * (eveningTo - eveningFrom);

/** Whether an hour lies after 16 (to 22) on a weekday. @example isEvening(16) // true: Monday 16–17 */
export function isEvening(index: number): boolean {
  const { weekday, hour } = weekdayAndHour(index);
  return weekday <= 5 && hour >= eveningFrom && hour < eveningTo;
}
export const eveningHours = (): boolean[] =>
  Array.from({ length: weekHours }, (_, index) => isEvening(index));

/** Below this share of the places taken a house counts as empty after 16. A judgement of the portal's own. */
export const emptyBelow = 0.05;

/** What was seen in a week, as sums. Hours are of the week's available ones; persons are means. */
export interface UseSums {
  /** Hours with anybody there, and person-hours, within the available hours. */
  usedHours: number;
  personHours: number;
  availableHours: number;
  /** Places; null where nobody has said how many. */
  capacity: number | null;
}

export interface UseRates {
  /** Hours used / hours available. */
  frequency: number;
  /** Mean persons when used / places; null without a number of places, or where it is never used. */
  occupancy: number | null;
  /** Frequency × occupancy; null without a number of places. */
  utilisation: number | null;
}

/**
 * How much a place is used, as shares. Never used is a utilisation of 0, and an occupancy that nobody can know. More persons
 * than places gives more than 1: then the number of places is wrong, and that should show.
 * Source: the project's domain notes (section 5).
 * @example usageRates({ usedHours: 30, personHours: 300, availableHours: 45, capacity: 20 }) // 0.667, 0.5, 0.333
 */
export function usageRates({ usedHours, personHours, availableHours: hours, capacity }: UseSums): UseRates {
  const frequency = hours > 0 ? usedHours / hours : 0;
  if (!capacity) return { frequency, occupancy: null, utilisation: null };
  if (usedHours === 0) return { frequency, occupancy: null, utilisation: 0 };
  const occupancy = personHours / usedHours / capacity;
  return { frequency, occupancy, utilisation: frequency * occupancy };
}

/** The sums of a typical week. @example weekSums(persons, 25, "office").availableHours // 45 */
export function weekSums(
  persons: readonly number[],
  capacity: number | null,
  availability: Availability,
): UseSums {
  const hours = persons.filter((_, index) => isAvailable(availability, index));
  return {
    usedHours: hours.filter((mean) => mean > 0).length,
    personHours: hours.reduce((sum, mean) => sum + mean, 0),
    availableHours: hours.length,
    capacity,
  };
}

/** Whether a house stands empty after 16 on weekdays: mean persons there below a twentieth of the places; null without places. */
export function isEmptyInEvenings(eveningPersonHours: number, capacity: number | null): boolean | null {
  if (!capacity) return null;
  return eveningPersonHours / eveningHourCount / capacity < emptyBelow;
}
