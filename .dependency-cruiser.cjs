/** The floors of the house: each imports only downwards (docs/decisions/001-house.md). */
const floor = (name, from, mayNot, comment) => ({
  name,
  severity: "error",
  comment,
  from,
  to: { path: mayNot },
});

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    floor(
      "geo-is-the-ground",
      { path: "^geo/" },
      "^(app|db|scripts|tests)/",
      "geo imports nothing of the project",
    ),
    floor(
      "domain-is-pure",
      { path: "^app/domain/" },
      "^(app/(?!domain/)|db/|scripts/|tests/)",
      "rules know only geo",
    ),
    floor(
      "domain-has-no-machinery",
      { path: "^app/domain/" },
      "node_modules/(?!zod|temporal-polyfill|rrule-temporal|uuidv7)",
      "rules use zod and dates, no framework, no database",
    ),
    floor(
      "db-knows-no-app",
      { path: "^db/" },
      "^(app/(?!domain/)|scripts/|tests/)",
      "db imports domain and geo",
    ),
    {
      name: "components-know-no-database",
      severity: "error",
      comment: "components know no URL and no database: of db, types only",
      from: { path: "^app/components/" },
      to: { path: "^(db|app/routes|app/server|app/auth|scripts)/", dependencyTypesNot: ["type-only"] },
    },
    floor(
      "routes-do-not-write-sql",
      { path: "^app/(routes|jobs|http|auth)/" },
      "(^db/schema/|node_modules/(drizzle-orm|postgres)/)",
      "routes ask queries and commands",
    ),
    floor(
      "leaflet-in-one-room",
      { path: "^app/(?!components/map/)" },
      "node_modules/(react-)?leaflet/",
      "the map component only",
    ),
    floor(
      "nothing-imports-tests",
      { path: "^(app|db|geo|scripts)/" },
      "^tests/",
      "tests are nobody's foundation",
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
    doNotFollow: { path: "node_modules" },
  },
};
