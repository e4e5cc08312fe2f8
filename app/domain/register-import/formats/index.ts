import { UnreadableFile } from "../reasons.ts";
import { csvTable } from "./csv-table.ts";
import { datafordelerGraphql } from "./datafordeler-graphql.ts";
import { datafordelerRest } from "./datafordeler-rest.ts";
import { fileDownload } from "./file-download.ts";
import type { Format, RawRecord } from "./format.ts";
import { geojsonBuildings } from "./geojson-buildings.ts";
import { geojsonDistricts } from "./geojson-districts.ts";

/** Every kind of file that can come in, the most particular first. A new kind is one file and one line here. */
export const formats: Format[] = [
  geojsonDistricts,
  geojsonBuildings,
  datafordelerGraphql,
  datafordelerRest,
  fileDownload,
  csvTable,
];

/** The format of a file by its first record. Throws UnreadableFile where it is no register that we know. */
export function formatOf(first: RawRecord): Format {
  const format = formats.find((candidate) => candidate.recognises(first));
  if (format) return format;
  if (first.path === "errors" || first.path.endsWith(".errors"))
    throw new UnreadableFile("errorAnswer", String(first.fields["message"] ?? ""));
  if (first.path === "csv") throw new UnreadableFile("noIdColumn");
  const entity = /bbr\/(\w+)$/i.exec(String(first.fields["id_namespace"] ?? ""))?.[1];
  if (entity) throw new UnreadableFile("notBuildings", entity);
  throw new UnreadableFile("notARegister", Object.keys(first.fields).slice(0, 5).join(", "));
}
