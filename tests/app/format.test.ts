import { describe, expect, it } from "vitest";
import {
  formatAreaM2,
  formatDateTime,
  formatDay,
  formatMillions,
  formatNumber,
  formatOre,
  formatPercent,
  formatsIn,
} from "#app/i18n/format.ts";

/** Units are held to their numbers by a space that does not break; here it is written as an ordinary one. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("numbers, money and days in Danish and English", () => {
  it("separates thousands and decimals as each language does", () => {
    expect(formatNumber(1234567.891, "da")).toBe("1.234.567,89");
    expect([7_900_000_000, -150_000_000, null].map((ore) => formatMillions(ore, "da"))).toEqual([
      "79,0",
      "−1,5",
      "–",
    ]);
    expect(formatNumber(1234567.891, "en")).toBe("1,234,567.89");
    expect(formatNumber(-4.2, "da")).toBe("−4,2");
  });

  it("shows areas in whole square metres", () => {
    expect(plain(formatAreaM2(2_200_000.4, "da"))).toBe("2.200.000 m²");
  });

  it("shows money in kroner, to the øre when asked, and in millions from one million up", () => {
    expect(plain(formatOre(123_456_789, "da"))).toBe("1.234.568 kr.");
    expect(plain(formatOre(123_456_700, "da", "ore"))).toBe("1.234.567,00 kr.");
    expect(plain(formatOre(254_000_000_000, "da", "million"))).toBe("2.540 mio. kr.");
    expect(plain(formatOre(23_490_000_000, "en", "million"))).toBe("DKK 234.9 m");
    expect(plain(formatOre(99_999_900, "da", "million"))).toBe("999.999 kr.");
    expect(plain(formatOre(-100, "da"))).toBe("−1 kr.");
  });

  it("writes days as each language does", () => {
    expect(formatDay("2026-11-20", "da")).toBe("20.11.2026");
    expect(formatDay("2026-11-05", "en")).toBe("5 Nov 2026");
  });

  it("writes instants in Copenhagen's time, summer and winter", () => {
    expect(formatDateTime("2026-11-20T11:05:00Z", "da")).toBe("20.11.2026 12.05");
    expect(formatDateTime("2026-07-01T22:30:00Z", "en")).toBe("2 Jul 2026 00:30");
  });

  it("writes shares as percentages", () => {
    expect(plain(formatPercent(0.268, "da"))).toBe("26,8 %");
    expect(formatPercent(0.98, "en")).toBe("98%");
  });

  it("shows a dash for what is missing, never a zero", () => {
    const format = formatsIn("da");
    const missing = [
      format.number(null),
      format.areaM2(undefined),
      format.ore(null),
      format.day(""),
      format.percent(NaN),
    ];
    expect(missing).toEqual(["–", "–", "–", "–", "–"]);
    expect(format.number(0)).toBe("0");
  });
});
