import { createWriteStream } from "node:fs";
import { once } from "node:events";

/** Id of the n-th building of a large file. */
export const largeFileId = (index: number): string =>
  `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** One building of Copenhagen as REST spells it, with the fields that real answers carry along. */
function building(index: number): Record<string, unknown> {
  const at = `${723_000 + (index % 200)}.5 ${6_177_800 + (index % 150)}.25`;
  return {
    ...{
      datafordelerOpdateringstid: "2021-04-02T23:36:55.534069+02:00",
      byg007Bygningsnummer: (index % 9) + 1,
    },
    ...{
      byg021BygningensAnvendelse: "421",
      byg026Opførelsesår: 1900 + (index % 120),
      byg032YdervæggensMateriale: "1",
    },
    ...{ byg033Tagdækningsmateriale: "5", byg037KildeTilBygningensMaterialer: "1", byg041BebyggetAreal: 120 },
    ...{
      byg038SamletBygningsareal: 100 + (index % 5000),
      byg053BygningsarealerKilde: "1",
      byg054AntalEtager: 3,
    },
    ...{
      byg056Varmeinstallation: "1",
      byg094Revisionsdato: "2018-08-03T12:02:15.571481+02:00",
      kommunekode: "0101",
    },
    ...{ byg133KildeTilKoordinatsæt: "K", byg404Koordinat: `POINT(${at})`, byg406Koordinatsystem: "5" },
    ...{
      forretningshændelse: "Bygning",
      forretningsområde: "54.15.05.05",
      forretningsproces: "25",
      status: "6",
    },
    ...{
      id_lokalId: largeFileId(index),
      id_namespace: "http://data.gov.dk/bbr/bygning",
      jordstykke: "1053437",
    },
    ...{ registreringFra: "2018-08-03T12:02:15.571481+02:00", registreringsaktør: "BBR" },
    ...{ virkningFra: "2018-08-03T12:02:15.571481+02:00", virkningsaktør: "EksterntSystem" },
  };
}

/** Writes a register of many buildings, as JSON or as CSV, without holding it in memory. */
export async function writeLargeFile(
  path: string,
  rows: number,
  format: "json" | "csv" = "json",
): Promise<void> {
  const file = createWriteStream(path);
  const put = async (text: string) => {
    if (!file.write(text)) await once(file, "drain");
  };
  const names = Object.keys(building(0));
  await put(format === "json" ? "[" : `\uFEFF${names.join(";")}\r\n`);
  for (let index = 0; index < rows; index++) {
    const record = building(index);
    if (format === "json") await put(`${index ? "," : ""}${JSON.stringify(record)}`);
    else await put(`${names.map((name) => String(record[name])).join(";")}\r\n`);
  }
  file.end(format === "json" ? "]" : "");
  await once(file, "close");
}
