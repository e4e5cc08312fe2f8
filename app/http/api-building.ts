import type { PortfolioRow } from "#domain/portfolio-row.ts";

/** A building as the API names it. Areas in m², money in øre, position as [lon, lat]. */
export const toApiBuilding = (row: PortfolioRow) => ({
  id: row.id,
  bbrId: row.bbrId,
  bfe: row.bfe,
  name: row.name,
  address: row.address,
  position: row.position,
  tenure: row.tenure,
  useCode: row.useCode,
  use: row.useGroup,
  builtYear: row.builtYear,
  areaM2: row.areaM2,
  letM2: row.letM2,
  digitisedM2: row.digitisedM2,
  condition: row.condition,
  surveyedOn: row.surveyedOn,
  exteriorBacklogOre: row.exteriorBacklogOre,
  leaseEndOn: row.leaseEndOn,
});
