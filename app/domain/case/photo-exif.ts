import { Temporal } from "temporal-polyfill";
import type { Position } from "#geo/position.ts";

/** What a camera wrote beside the picture, as far as it can be used. */
export interface PhotoExif {
  takenAt: Date | null;
  position: Position | null;
}

/** The tags as a reader of EXIF gives them; a date stands as if it were UTC, an angle as degrees, minutes, seconds. */
export interface ExifTags {
  Photo?: { DateTimeOriginal?: unknown; OffsetTimeOriginal?: unknown };
  GPSInfo?: {
    GPSLatitude?: unknown;
    GPSLatitudeRef?: unknown;
    GPSLongitude?: unknown;
    GPSLongitudeRef?: unknown;
  };
}

/**
 * When and where a picture was taken. A camera without an offset shows Danish time; an impossible value counts as none.
 * @example readExif({ Photo: { DateTimeOriginal: new Date("2026-11-20T10:00:00Z") } }).takenAt // 09:00 UTC, for it is winter
 */
export function readExif({ Photo = {}, GPSInfo = {} }: ExifTags): PhotoExif {
  const lat = angle(GPSInfo.GPSLatitude, GPSInfo.GPSLatitudeRef, "S", 90);
  const lon = angle(GPSInfo.GPSLongitude, GPSInfo.GPSLongitudeRef, "W", 180);
  const isNowhere = lat === null || lon === null || (lat === 0 && lon === 0);
  return {
    takenAt: instantOf(Photo.DateTimeOriginal, Photo.OffsetTimeOriginal),
    position: isNowhere ? null : [lon, lat],
  };
}

function angle(parts: unknown, reference: unknown, negative: string, most: number): number | null {
  if (!Array.isArray(parts) || parts.length === 0) return null;
  const [degrees = 0, minutes = 0, seconds = 0] = (parts as unknown[]).map(Number);
  const value = degrees + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(value) || Math.abs(value) > most) return null;
  return reference === negative ? -value : value;
}

const shapeOfOffset = /^[+-]\d{2}:\d{2}$/;

function instantOf(date: unknown, offset: unknown): Date | null {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return null;
  const zone = typeof offset === "string" && shapeOfOffset.test(offset) ? offset : "Europe/Copenhagen";
  const local = date.toISOString().slice(0, 19);
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
}
