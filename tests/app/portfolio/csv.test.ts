import { describe, expect, it } from "vitest";
import { byteOrderMark, csvCell, csvHead, csvLine } from "#app/routes/portfolio-export/csv.ts";

describe("a CSV file for Excel", () => {
  it.each(["=SUM(A1)", "+45 1234", "-1", "@cmd", "\tx", "\rx"])("cannot run the text %j", (text) => {
    expect(csvCell(text, "da").replace(/^"/, "").startsWith("'")).toBe(true);
  });

  it("leaves negative numbers numbers", () => {
    expect(csvCell(-12.5, "da")).toBe("-12,5");
    expect(csvCell(-12.5, "en")).toBe("-12.5");
  });

  it("quotes what would break a line or a cell", () => {
    expect(csvCell('a;"b"\nc', "da")).toBe('"a;""b""\nc"');
  });

  it("leaves the unknown empty and ends lines as Windows does", () => {
    expect(csvLine(["a", null, 1], "da")).toBe("a;;1\r\n");
  });

  it("begins with the mark that tells Excel it is UTF-8", () => {
    const head = csvHead([{ header: "Tilstand (1–6)", kind: "number", value: () => 1 }], "da");
    expect(head).toBe(`${byteOrderMark}Tilstand (1–6)\r\n`);
  });
});
