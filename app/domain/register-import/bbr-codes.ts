/**
 * The codes that BBR knows, by list, as of July 2026. Use codes are not here: they stand in `building_use`, because the
 * map groups by them. Source: BBR's code lists (Kodelister) for Bygning.
 */
export const bbrCodes = {
  wallCode: new Set(["1", "2", "3", "4", "5", "6", "8", "10", "11", "12", "80", "90"]),
  roofCode: new Set(["1", "2", "3", "4", "5", "6", "7", "10", "11", "12", "20", "80", "90"]),
  heatingCode: new Set(["1", "2", "3", "5", "6", "7", "8", "9", "99"]),
  heatingMediumCode: new Set(["1", "2", "3", "4", "6", "7", "9"]),
  listing: new Set(["1", "2", "3", "4", "5", "6", "7", "8", "9"]),
};
export type CodeList = keyof typeof bbrCodes;

/** Listings under the act on listed buildings: the building itself, or it with what is around it. 3 to 5, 8 and 9 are
 *  easements, medieval parts and worth preserving, which is less. */
export const listedCodes = new Set(["1", "2", "6", "7"]);

/** What BBR's life-cycle status means for an import: taken, or left out and counted. */
export type StatusMeaning = "current" | "underConstruction" | "planned" | "historic" | "error" | "caseOnly";

export const statusMeanings: Record<string, StatusMeaning> = {
  "1": "planned",
  "2": "planned",
  "3": "underConstruction",
  "4": "caseOnly",
  "5": "caseOnly",
  "6": "current",
  "7": "current",
  "8": "caseOnly",
  "9": "caseOnly",
  "10": "historic",
  "11": "error",
  "12": "caseOnly",
  "13": "caseOnly",
  "14": "historic",
  "15": "caseOnly",
  "16": "caseOnly",
  "17": "error",
  "18": "caseOnly",
  "19": "planned",
};
