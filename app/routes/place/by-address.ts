/** Buildings with the same address together, in the order in which each address first appears.
 *  @example byAddress([a1, b, a2]) // [{ address: "A", buildings: [a1, a2] }, { address: "B", buildings: [b] }] */
export function byAddress<Building extends { address: string }>(
  buildings: readonly Building[],
): { address: string; buildings: Building[] }[] {
  const found = new Map<string, Building[]>();
  for (const building of buildings)
    found.set(building.address, [...(found.get(building.address) ?? []), building]);
  return [...found].map(([address, there]) => ({ address, buildings: there }));
}
