import type { BuildingRecord, DistrictRecord } from "#domain/register-import/building-record.ts";
import type { DistrictFormat, Format, RawRecord } from "#domain/register-import/formats/format.ts";
import { formatOf } from "#domain/register-import/formats/index.ts";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import {
  countIgnored,
  countNotes,
  countRefusal,
  type ImportReport,
} from "#domain/register-import/import-report.ts";
import { judgeBuilding, type Verdict } from "#domain/register-import/judge-building.ts";
import { judgeDistrict } from "#domain/register-import/judge-district.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import { SeenIds } from "#domain/register-import/seen-ids.ts";
import { readRecords } from "./read-records.ts";
import type { Spool } from "./spool.ts";

export interface JudgedFile {
  seenIds: SeenIds;
  /** The districts, where the file is of districts; they are few. */
  districts: DistrictRecord[] | null;
}

const progressEvery = 5_000;

/**
 * Reads a file to its end and judges each record: what is taken goes to the spool, the rest is counted in the report.
 * Throws UnreadableFile.
 */
export async function judgeFile(
  bytes: AsyncIterable<Uint8Array>,
  context: ImportContext,
  report: ImportReport,
  spool: Spool<BuildingRecord>,
  onRows: (rows: number) => void,
): Promise<JudgedFile> {
  const seenIds = new SeenIds();
  const districts: DistrictRecord[] = [];
  let format: Format | null = null;
  for await (const record of readRecords(bytes)) {
    format ??= formatOf(record);
    report.rows += 1;
    if (report.rows % progressEvery === 0) onRows(report.rows);
    if (format.kind === "districts") {
      const district = countVerdict(report, judgeDistrictRecord(format, record));
      if (district) districts.push(district);
      continue;
    }
    const raw = format.open(record);
    const building = countVerdict(report, raw ? judgeBuilding(raw, record.row, context) : notOne);
    if (!building) continue;
    if (seenIds.note(building)) await spool.add(building);
    else countIgnored(report, "repeated");
  }
  if (!format) throw new UnreadableFile("noRows");
  report.format = format.name;
  return { seenIds, districts: format.kind === "districts" ? districts : null };
}

function judgeDistrictRecord(format: DistrictFormat, record: RawRecord): Verdict<DistrictRecord> {
  const opened = format.open(record);
  return opened ? judgeDistrict(opened.properties, opened.geometry, record.row) : notOne;
}

const notOne: Verdict<never> = { kind: "ignored", reason: "otherEntity" };

function countVerdict<T>(report: ImportReport, verdict: Verdict<T>): T | null {
  if (verdict.kind === "refused") countRefusal(report, verdict.refusal);
  else if (verdict.kind === "ignored") countIgnored(report, verdict.reason);
  else {
    countNotes(report, verdict.notes);
    return verdict.record;
  }
  return null;
}
