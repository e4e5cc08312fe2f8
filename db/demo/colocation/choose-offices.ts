import { m2InOpenPlan, m2InRooms, type ChosenOffices, type Hall, type HousedUnit } from "./demo-cases.ts";

/**
 * Which rented offices move where: three that find room in one hall together, and two others in the other hall, the
 * dearest first; an office may take an even share of what its hall holds in open plan. How large the halls are differs
 * with the day that the demo is loaded: where too few fit, the smallest others come along and it is crowded.
 *
 * @param offices with one unit each, the dearest first
 * @returns null where there are fewer than five
 */
export function chooseOffices(
  offices: readonly HousedUnit[],
  { hall, otherHall }: { hall: Hall; otherHall: Hall },
): ChosenOffices | null {
  const [a, b, c] = fitting(offices, hall, 3);
  if (!a || !b || !c) return null;
  const [d, e] = fitting(
    offices.filter((office) => office !== a && office !== b && office !== c),
    otherHall,
    2,
  );
  return d && e ? { gathering: [a, b, c], joint: [d, e] } : null;
}

function fitting(offices: readonly HousedUnit[], hall: Hall, count: number): HousedUnit[] {
  const mostM2 = (hall.areaM2 / count) * (m2InRooms / m2InOpenPlan);
  const fit = offices.filter(({ areaM2 }) => areaM2 <= mostM2).slice(0, count);
  const others = offices.filter((office) => !fit.includes(office)).sort((x, y) => x.areaM2 - y.areaM2);
  return [...fit, ...others].slice(0, count);
}
