import data from "./bbr/code-lists.json" with { type: "json" };

/** A code of one of BBR's lists, with its Danish name as BBR has it and ours in English. */
export interface CodeName {
  code: string;
  nameDa: string;
  nameEn: string;
}

export type CodeList = keyof typeof data;

/** BBR's lists for statuses, walls, roofs, heating, heating media and listing. Source: BBR's published code lists. */
export const buildingCodes: Readonly<Record<CodeList, readonly CodeName[]>> = data;

/** The name behind a code of a list; null where there is no code or the list does not have it.
 *  @example codeNameOf("walls", "1")?.nameEn // "Brick" */
export const codeNameOf = (list: CodeList, code: string | null): CodeName | null =>
  buildingCodes[list].find((entry) => entry.code === code) ?? null;
