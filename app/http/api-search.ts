import { dayAt } from "#domain/day.ts";
import { filterKeys } from "#domain/filter-keys.ts";
import { readPortfolioSearch, type PortfolioSearch } from "#domain/portfolio-search.ts";
import { problem } from "./problem.ts";

/**
 * Reads the filters of an API request. Throws 400 problem+json that names each parameter which is unknown or cannot be
 * read, because a caller who misspells a filter must not get an answer to another question.
 */
export function apiSearch(request: Request, now: Date, furtherParameters: string[] = []): PortfolioSearch {
  const params = new URL(request.url).searchParams;
  const known = new Set<string>([...filterKeys, ...furtherParameters]);
  const unknown = [...new Set(params.keys())].filter((parameter) => !known.has(parameter));
  const { search, faults } = readPortfolioSearch(params, dayAt(now));
  if (unknown.length > 0 || faults.length > 0)
    throw problem(400, {
      detail: "Some parameters could not be read.",
      errors: [
        ...unknown.map((parameter) => ({ field: parameter, message: "unknown parameter" })),
        ...faults.map(({ parameter, value }) => ({ field: parameter, message: `cannot be read: ${value}` })),
      ],
    });
  return search;
}
