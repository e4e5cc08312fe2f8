/** The year that an address asks for, or this one. @example readYear(new Request("http://x/?year=2025"), 2026) // 2025 */
export function readYear(request: Request, thisYear: number): number {
  const year = Number(new URL(request.url).searchParams.get("year") || thisYear);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : thisYear;
}
