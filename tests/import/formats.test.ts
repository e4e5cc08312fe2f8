import { expect, test } from "vitest";
import { judgeFile } from "#app/jobs/register-import/judge-file.ts";
import { Spool } from "#app/jobs/register-import/spool.ts";
import type { BuildingRecord } from "#domain/register-import/building-record.ts";
import { newReport } from "#domain/register-import/import-report.ts";
import { bbr } from "./small-portfolio.ts";
import { testContext } from "./test-context.ts";
import { fileOf, latin1 } from "./rows.ts";

/** Reads a file and returns the format it was taken for and what came of it. */
async function read(content: string | Uint8Array, chunk = 7) {
  const report = newReport();
  const spool = await Spool.create<BuildingRecord>();
  await judgeFile(fileOf(content, { chunk }).open(), testContext, report, spool, () => undefined);
  const records = [];
  for await (const batch of spool.batches(10)) records.push(...batch);
  await spool.remove();
  return { format: report.format, report, records };
}

const rest = {
  ...{ id_lokalId: bbr.undivided, kommunekode: "0101", status: "6", byg021BygningensAnvendelse: "421" },
  ...{ byg026Opførelsesår: 1951, byg032YdervæggensMateriale: "1", byg038SamletBygningsareal: 330.5 },
  ...{ byg404Koordinat: "POINT (725398.75 6176061.73)", id_namespace: "http://data.gov.dk/bbr/bygning" },
  etageList: [{ id_lokalId: "x", etage: { byg026: 1 } }],
};
const graphql = {
  ...{ id_lokalId: bbr.undivided, kommunekode: "0101", status: "6", byg021BygningensAnvendelse: "421" },
  ...{ byg026Opfoerelsesaar: "1951", byg032YdervaeggensMateriale: "1", byg038SamletBygningsareal: 330.5 },
  byg404Koordinat: { wkt: "POINT(725398.75 6176061.73)" },
};
const table = [
  "id_lokalId;kommunekode;status;byg021BygningensAnvendelse;byg026Opførelsesår;byg032YdervæggensMateriale;byg038SamletBygningsareal;byg404Koordinat",
  `"${bbr.undivided}";0101;6;421;1951;1;330,5;POINT (725398.75 6176061.73)`,
];

test.each<[string, string, string | Uint8Array]>([
  ["a REST answer", "datafordeler-rest", JSON.stringify([rest])],
  [
    "a GraphQL answer with nodes",
    "datafordeler-graphql",
    JSON.stringify({ data: { BBR_Bygning: { pageInfo: { hasNextPage: false }, nodes: [graphql] } } }),
  ],
  [
    "a GraphQL answer with edges",
    "datafordeler-graphql",
    JSON.stringify({ data: { BBR_Bygning: { edges: [{ cursor: "a", node: graphql }] } } }),
  ],
  ["a download as a list", "file-download-json", JSON.stringify([graphql])],
  [
    "a download of one building a line",
    "file-download-json",
    `${JSON.stringify(graphql)}\n${JSON.stringify(graphql)}\n`,
  ],
  ["a download under the entity's name", "file-download-json", JSON.stringify({ BygningList: [graphql] })],
  ["a table with semicolons and BOM", "csv", `\uFEFF${table.join("\r\n")}\r\n`],
  ["a table in ISO-8859-1", "csv", latin1(table.join("\n"))],
  ["a table with CR line ends only", "csv", `${table.join("\r")}\r`],
  [
    "a table with commas and quotes",
    "csv",
    table
      .map((line) =>
        line.replace("330,5", "330.5").replaceAll(";", '","').replace(/^"?/, '"').replace(/$/, '"'),
      )
      .join("\n")
      .replaceAll('""', '"'),
  ],
  [
    "GeoJSON with BBR's fields",
    "geojson-buildings",
    JSON.stringify({
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { ...rest, byg404Koordinat: null },
          geometry: { type: "Point", coordinates: [725398.75, 6176061.73] },
        },
      ],
    }),
  ],
])("%s says the same of a building", async (_, format, content) => {
  const { records, ...found } = await read(content);
  expect(found.format).toBe(format);
  expect(records).toHaveLength(1);
  const { facts, position, bbrId, footprint } = records[0]!;
  expect({ bbrId, footprint }).toEqual({ bbrId: bbr.undivided, footprint: null });
  expect(facts).toMatchObject({
    useCode: "421",
    builtYear: 1951,
    wallCode: "1",
    grossAreaM2: 330.5,
    bbrStatus: "6",
    roofCode: null,
  });
  expect(position![0]).toBeCloseTo(12.58512, 5);
  expect(position![1]).toBeCloseTo(55.67793, 5);
});

test("footprints are read by BBR id, in metres or degrees", async () => {
  const ring = [
    [725398, 6176061],
    [725418, 6176061],
    [725418, 6176081],
    [725398, 6176081],
    [725398, 6176061],
  ];
  const feature = (geometry: unknown) => ({
    type: "Feature",
    id: "b.1",
    properties: { bbrId: bbr.rooms },
    geometry,
  });
  const { records } = await read(
    JSON.stringify({
      type: "FeatureCollection",
      features: [feature({ type: "Polygon", coordinates: [ring] })],
    }),
    1000,
  );
  expect(records[0]).toMatchObject({ bbrId: bbr.rooms, position: null });
  expect(records[0]!.footprint![0]![0]).toHaveLength(5);
});

test("the other lists of a file of several entities are left out", async () => {
  const { report } = await read(
    JSON.stringify({ BygningList: [graphql], EtageList: [{ id_lokalId: bbr.rooms }] }),
  );
  expect(report.ignored).toEqual({ otherEntity: 1 });
});

test("two current rows of one id that differ are told from two that agree, which are one", async () => {
  const again = await read(JSON.stringify([rest, { ...rest, registreringFra: "2020-01-01T00:00:00Z" }]));
  expect(again.records).toHaveLength(1);
  expect(again.report.ignored).toEqual({ repeated: 1 });
});

test("rows of a table are counted as a spreadsheet counts them", async () => {
  const { report } = await read(`${table.join("\n")}\n${table[1]!.replace("421", "777")}\n`);
  expect(report.refusals).toMatchObject([
    { row: 3, field: "byg021BygningensAnvendelse", reason: "unknownCode", value: "777" },
  ]);
});
