import { z } from "zod";
import { parseBbox, type Bbox } from "#geo/bbox.ts";
import { parseDay, type Day } from "./day.ts";
import { isId, type Id } from "./id.ts";
import { tenures, type Condition, type Tenure } from "./portfolio-row.ts";

/** Which buildings are asked for. Lists are "any of"; an empty list asks nothing. Areas in m². */
export interface PortfolioSearch {
  on: Day;
  q: string;
  administration: string[];
  unit: string[];
  use: string[];
  district: string[];
  tenure: Tenure[];
  condition: Condition[];
  builtFrom: number | null;
  builtTo: number | null;
  areaFrom: number | null;
  areaTo: number | null;
  digitised: boolean | null;
  bbox: Bbox | null;
  /** A drawn outline, as a closed ring of positions, and buildings picked by hand: "any of these" within the rest. */
  ring: [number, number][] | null;
  ids: Id[];
}

/** A parameter that could not be understood, by name. */
export interface SearchFault {
  parameter: string;
  value: string;
}

const list = (params: URLSearchParams, key: string): string[] =>
  params
    .getAll(key)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter(Boolean);

const year = z.coerce.number().int().min(1000).max(2200);
const area = z.coerce.number().min(0).max(10_000_000);
const yes = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");

/** Reads a ring written as `lon,lat;lon,lat;…`, three to 200 corners. @example parseRing("12,55;12.1,55;12,55.1")?.length // 4 */
export function parseRing(text: string): [number, number][] | null {
  const corners = text.split(";").map((corner) => corner.split(",").map(Number));
  const isSound = (corner: number[]): corner is [number, number] =>
    corner.length === 2 && Math.abs(corner[0] ?? NaN) <= 180 && Math.abs(corner[1] ?? NaN) <= 90;
  if (corners.length < 3 || corners.length > 200 || !corners.every(isSound)) return null;
  const first = corners[0]!;
  const last = corners[corners.length - 1]!;
  return first[0] === last[0] && first[1] === last[1] ? corners : [...corners, first];
}

/**
 * Reads a search from a URL. What cannot be understood is left out and named, so that an API can refuse it and a page
 * can say so. @example readPortfolioSearch(new URLSearchParams("tenure=owned"), "2026-11-20").search.tenure // ["owned"]
 */
export function readPortfolioSearch(
  params: URLSearchParams,
  today: Day,
): { search: PortfolioSearch; faults: SearchFault[] } {
  const faults: SearchFault[] = [];
  const one = <T>(key: string, read: (value: string) => T | null): T | null => {
    const value = params.get(key)?.trim();
    if (!value) return null;
    const result = read(value);
    if (result === null) faults.push({ parameter: key, value });
    return result;
  };
  const many = <T extends string>(key: string, isOne: (value: string) => value is T): T[] =>
    list(params, key).filter((value): value is T => {
      const isSound = isOne(value);
      if (!isSound) faults.push({ parameter: key, value });
      return isSound;
    });
  const by =
    <T>(schema: z.ZodType<T>) =>
    (value: string) =>
      schema.safeParse(value).data ?? null;
  const isTenure = (value: string): value is Tenure => (tenures as readonly string[]).includes(value);
  const isCondition = (value: string): value is "1" | "2" | "3" | "4" | "5" | "6" => /^[1-6]$/.test(value);
  const search: PortfolioSearch = {
    on: one("on", parseDay) ?? today,
    q: (params.get("q") ?? "").trim().slice(0, 200),
    administration: list(params, "administration"),
    unit: list(params, "unit"),
    use: list(params, "use"),
    district: list(params, "district"),
    tenure: many("tenure", isTenure),
    condition: many("condition", isCondition).map((value) => Number(value) as Condition),
    builtFrom: one("builtFrom", by(year)),
    builtTo: one("builtTo", by(year)),
    areaFrom: one("areaFrom", by(area)),
    areaTo: one("areaTo", by(area)),
    digitised: one("digitised", by(yes)),
    bbox: one("bbox", parseBbox),
    ring: one("ring", parseRing),
    ids: many("ids", isId).slice(0, 500),
  };
  return { search, faults };
}
