import { weekHours, weekdayAndHour, type UsePeriod } from "#domain/use/use-week.ts";
import type { Random } from "../random.ts";
import type { WeekShape } from "./week-shapes.ts";

/** How a house departs from its kind: busier or quieter, with days of its own. */
export interface HouseHabit {
  level: number;
  byWeekday: number[];
}

/** Most houses lie near their kind; one in six is half empty, and Fridays are quieter. */
export function drawHabit(random: Random): HouseHabit {
  const level = random.chance(0.16) ? random.between(0.3, 0.55) : random.between(0.72, 1.02);
  const byWeekday = [1, 1.02, 1.02, 0.98, 0.86, 1, 1].map((usual) => usual * random.between(0.92, 1.05));
  return { level, byWeekday };
}

/** The persons present in the 168 hours of a period's week, for a house with so many places. */
export function drawWeek(shape: WeekShape, habit: HouseHabit, period: UsePeriod, places: number): number[] {
  return Array.from({ length: weekHours }, (_, index) => {
    const { weekday, hour } = weekdayAndHour(index);
    const digits = weekday === 6 ? shape.saturday : weekday === 7 ? shape.sunday : shape.weekday;
    const share =
      (Number(digits[hour]) / 10) * habit.level * habit.byWeekday[weekday - 1]! * shape.left[period];
    return Math.min(places, Math.round(places * share));
  });
}
