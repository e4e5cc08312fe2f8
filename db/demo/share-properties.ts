import type { Site } from "./model.ts";

/** House numbers back on the same side: within some 60 m. */
const nearDoors = [-2, -4, -6, -8, -10, -12];

/**
 * Numbers the properties: sites of one kind that are near neighbours on a side of a street make one property now and
 * then, every other site is a property of its own.
 */
export function shareProperties(sites: Site[]): void {
  const order = new Map(sites.map((site, index) => [site, index]));
  const byDoor = new Map(sites.map((site) => [doorOf(site, 0), site]));
  for (const site of sites) {
    const neighbour = nearDoors
      .map((step) => byDoor.get(doorOf(site, step)))
      .find((near) => near !== undefined);
    const isShared = neighbour?.kind === site.kind && neighbour.group === site.group;
    site.propertyNumber =
      isShared && neighbour.propertyNumber > 0 ? neighbour.propertyNumber : order.get(site)! + 1;
  }
}

const doorOf = ({ place }: Site, step: number): string =>
  `${place!.street} ${place!.postcode} ${Number(place!.houseNumber) + step}`;
