import { isOnLand } from "#geo/base.ts";
import { isInsideMunicipality } from "#geo/municipality.ts";
import { centroidOf, isInPolygon, type Ring } from "#geo/polygon.ts";
import { roundPosition, type Position } from "#geo/position.ts";
import { streets } from "#geo/streets.ts";
import { fromUtm32 } from "#geo/utm32.ts";
import { arrangeSite, type SitePlan } from "./arrange-site.ts";
import type { LocalPoint } from "./footprint.ts";
import type { Site } from "./model.ts";
import { OccupiedGround } from "./occupied-ground.ts";
import type { Random } from "./random.ts";
import { StreetSide, type Frontage } from "./street-side.ts";

/** Metres of a street to a house number on one side. */
const metersPerNumber = 11;

/**
 * Puts every site on a street: along it on one side, on free ground, on land and inside the municipality. Sites are taken
 * in the order given, so large ones should come first. Throws where the streets are full.
 */
export function placeSites(random: Random, sites: Site[]): void {
  const sides = streets.flatMap((street) => [
    new StreetSide(street, "left"),
    new StreetSide(street, "right"),
  ]);
  const ground = new OccupiedGround();
  const weights = sides.map((side) => [side, side.lengthM] as const);
  for (const site of sites) {
    const plan = arrangeSite(random, site);
    placeSite(random, site, plan, weights, ground);
  }
}

function placeSite(
  random: Random,
  site: Site,
  plan: SitePlan,
  sides: (readonly [StreetSide, number])[],
  ground: OccupiedGround,
): void {
  for (let attempt = 0; attempt < 4_000; attempt++) {
    const side = random.weighted(sides);
    const depthM = attempt < 1_500 ? 0 : random.between(0, 120);
    const frontage = side.frontageAt(random.next(), plan.widthM, random.between(7, 10) + depthM);
    if (!frontage || !settle(site, plan, side, frontage, ground)) continue;
    return;
  }
  throw new Error(`no room for a site of ${Math.round(plan.widthM)} × ${Math.round(plan.depthM)} m`);
}

/** Takes the place if the ground is free and dry; true when it did. */
function settle(
  site: Site,
  plan: SitePlan,
  side: StreetSide,
  frontage: Frontage,
  ground: OccupiedGround,
): boolean {
  const box = [
    [0, 0],
    [plan.widthM, 0],
    [plan.widthM, plan.depthM],
    [0, plan.depthM],
  ] as const;
  const number = side.takeNumber(frontage.alongM, metersPerNumber);
  if (number === null || !ground.isFree(box.map((point) => frontage.toUtm32(point)))) return false;
  const rings = [...plan.outlines].map(([building, outline]) => ({
    building,
    ring: ringOf(outline, frontage),
  }));
  if (!rings.every(({ ring }) => ring.every(isGoodGround))) return false;
  ground.take(box.map((point) => frontage.toUtm32(point)));
  side.keepNumber(number);
  for (const { building, ring } of rings) {
    building.footprint = [[ring]];
    building.position = pointOn(ring);
  }
  site.place = {
    street: side.street.name,
    houseNumber: String(number),
    postcode: side.street.postcode,
    town: side.street.town,
    position: roundPosition(fromUtm32(frontage.toUtm32([plan.widthM / 2, 1]))),
  };
  return true;
}

const isGoodGround = (position: Position) => isOnLand(position) && isInsideMunicipality(position);

/** To 0.01 m, so that the area drawn is the area registered. */
function ringOf(outline: LocalPoint[], frontage: Frontage): Ring {
  const ring = outline.map((point): Position => roundPosition(fromUtm32(frontage.toUtm32(point)), 7));
  return [...ring, ring[0]!];
}

/** The centre of mass, or for a bent outline without it the middle of its front. */
function pointOn(ring: Ring): Position {
  const centre = centroidOf([ring]);
  if (centre && isInPolygon(centre, [ring])) return centre;
  const [a, b, c] = [ring[0]!, ring[1]!, ring.at(-2)!];
  return roundPosition([(a[0] + b[0]) / 2 + (c[0] - a[0]) / 8, (a[1] + b[1]) / 2 + (c[1] - a[1]) / 8]);
}
