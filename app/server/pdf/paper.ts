/** A paper of several pages as plain data: all of it text, set by `paperTemplate`. Each page begins a new sheet. */
export interface Paper {
  lang: "da" | "en";
  title: string;
  /** The small line over the title: what kind of paper this is. */
  kicker: string;
  /** At the foot of every sheet, before the page number. */
  foot: string;
  pages: PaperBlock[][];
}

export type PaperBlock =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  | { kind: "quiet"; text: string }
  | { kind: "note"; look: PaperLook; title: string; text: string }
  | { kind: "facts"; facts: [term: string, value: string][] }
  | { kind: "figures"; figures: { label: string; value: string }[] }
  | PaperTable
  | { kind: "picture"; svg: string; alt: string; caption: string };

export type PaperLook = "good" | "attention" | "bad";

/** A table with its head; rows whose first cell is in `strong` stand out. */
export interface PaperTable {
  kind: "table";
  columns: { head: string; isNumeric: boolean; share: number }[];
  rows: string[][];
  /** The places of rows that are sums. */
  strong: number[];
}

/** A table of text from rows; a share of the width is 0 where a column takes what it needs.
 *  @example tableOf([["Enhed", 2], ["Flytter", 1, "number"]], [["Skolen", "12"]]) */
export function tableOf(
  columns: readonly (readonly [head: string, share: number, kind?: "number"])[],
  rows: string[][],
  strong: number[] = [],
): PaperTable {
  return {
    ...{ kind: "table", rows, strong },
    columns: columns.map(([head, share, kind]) => ({ head, share, isNumeric: kind === "number" })),
  };
}

/** The first rows, and a sentence on those that are left out; the paper keeps its pages.
 *  @example firstOf([1, 2, 3], 2) // { shown: [1, 2], left: 1 } */
export const firstOf = <Row>(rows: readonly Row[], most: number) => ({
  shown: rows.slice(0, most),
  left: Math.max(0, rows.length - most),
});

/** A text cut at a word, so that it keeps to its place. @example shortened("en to tre", 6) // "en to …" */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most * 0.6)).trimEnd()} …`;
}
