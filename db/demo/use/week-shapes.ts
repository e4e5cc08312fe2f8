import type { UsePeriod, UseSource } from "#domain/use/use-week.ts";

/**
 * How a kind of unit uses its rooms: tenths of its places taken, one digit an hour from 0 to 23, on a weekday, a Saturday and
 * a Sunday; how much of that is left in holidays and in summer; m² a place; and how its use is usually known. Invented.
 */
export interface WeekShape {
  weekday: string;
  saturday: string;
  sunday: string;
  left: Record<UsePeriod, number>;
  m2PerPlace: number;
  source: UseSource;
}

const closed = "0".repeat(24);
const left = (holiday: number, summer: number) => ({ term: 1, holiday, summer });
const office = "000000025787678752100000";
const home = "888888876655565567788888";

const of = (
  weekday: string,
  saturday: string,
  sunday: string,
  share: Record<UsePeriod, number>,
  m2PerPlace: number,
  source: UseSource = "estimate",
): WeekShape => ({ weekday, saturday, sunday, left: share, m2PerPlace, source });

export const weekShapes: Readonly<Record<string, WeekShape>> = {
  daycare: of("000000149999999863000000", closed, closed, left(0.55, 0.45), 9),
  school: of("000000028999989731121100", "000000000111111100000000", closed, left(0.06, 0.02), 12),
  youthClub: of("000000000000026884465200", "000000000000122222100000", closed, left(0.5, 0.3), 9),
  office: of(office, closed, closed, left(0.6, 0.5), 26),
  library: of(
    "000000001234445556641000",
    "000000000145554000000000",
    "000000000012332000000000",
    left(0.8, 0.7),
    8,
    "count",
  ),
  sportsCentre: of(
    "000000002344333457898510",
    "000000001567777654210000",
    "000000001567776532100000",
    left(0.5, 0.3),
    16,
    "booking",
  ),
  cultureCentre: of(
    "000000000122233334567763",
    "000000000013444555677764",
    "000000000012333322110000",
    left(0.7, 0.35),
    6,
    "booking",
  ),
  citizenService: of("000000003688887651000000", closed, closed, left(0.8, 0.7), 14, "count"),
  crisisCentre: of(home, home, home, left(0.95, 0.9), 30),
  shelter: of(
    "999999752111122233567899",
    "999999752111122233567899",
    "999999752111122233567899",
    left(1, 0.85),
    18,
  ),
  residentialCare: of(home, home, home, left(0.95, 0.9), 38),
  careHome: of(
    "888888899999999998888888",
    "888888888999999998888888",
    "888888888999999998888888",
    left(0.97, 0.94),
    36,
  ),
  healthCentre: of("000000014788678742110000", closed, closed, left(0.7, 0.5), 16, "booking"),
  homeCare: of(
    "000000386321248621122100",
    "000000254211135411122100",
    "000000254211135411122100",
    left(0.9, 0.85),
    17,
  ),
  jobCentre: of("000000026898688741000000", closed, closed, left(0.7, 0.6), 20),
  depot: of("000000785213367420000000", closed, closed, left(0.75, 0.6), 55),
};
