/** What `npm run import -- --help` says. */
export const usage = `Take a register in: buildings from BBR, positions, footprints or districts.

  npm run import -- FILE [options]

Without --apply nothing is written: you are told what would happen.

  --apply              write it, in one transaction or not at all
  --municipality CODE  take rows of another municipality (four digits), or of "any"
  --json               end with one line of JSON and nothing else
  --all                show every changed building, not only the first 50
  --locale da|en       the language of the answer (en)
  --help               this text

Takes Datafordeler's JSON (REST, GraphQL, file download), CSV tables, and GeoJSON of buildings or districts.
Ends with 0, with 1 where rows were refused, with 2 where the file cannot be read or the database not be reached.`;
