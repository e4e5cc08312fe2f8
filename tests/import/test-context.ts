import { buildingUses } from "#domain/building-use.ts";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import { municipality } from "#geo/municipality.ts";

/** What files are judged against where no database is needed: Copenhagen, on a day that stands still. */
export const testContext: ImportContext = {
  ...{ today: "2026-11-20", now: Date.parse("2026-11-20T12:00:00Z") },
  ...{ organisationMunicipality: "0101", municipality: "0101", outline: [municipality] },
  useCodes: new Map(buildingUses.map(({ code, isPhasedOut }) => [code, { isPhasedOut }])),
};
