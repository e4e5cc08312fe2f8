import { Card } from "#app/components/card.tsx";
import { Link } from "#app/components/link.tsx";
import { backlog as area } from "#app/i18n/backlog.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { MatrixCell } from "#domain/backlog/backlog-figures.ts";
import { conditionsOfProbability, grades, riskOf } from "#domain/backlog/priority-matrix.ts";
import { backlogTo } from "./backlog-url.ts";

const shadeOf = (risk: number): string =>
  risk >= 15 ? "bg-bad-tint" : risk >= 8 ? "bg-attention-tint" : risk >= 4 ? "bg-sunken" : "";

/** Consequence by probability: how many elements and works and what they cost; each cell opens to its lines. */
export function MatrixCard({ matrix, query }: { matrix: readonly MatrixCell[]; query: string }) {
  const words = useWords(area).matrix;
  const format = useFormats();
  const bypassing = matrix.reduce((sum, cell) => sum + cell.bypassing, 0);
  return (
    <Card title={words.title} isFlush>
      <p className="px-4 pb-3 text-sm text-ink-soft">{words.note}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div role="group" aria-label={words.title} tabIndex={0} className="relative overflow-x-auto">
        <table className="figures w-full min-w-160 border-collapse text-sm">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr className="border-y border-line text-ink-soft">
              <th scope="col" className="px-4 py-1.5 text-left font-medium">
                {words.corner}
              </th>
              {grades.map((probability) => (
                <th key={probability} scope="col" className="px-3 py-1.5 text-right font-medium">
                  {words.probability(probability, conditionsOfProbability(probability).join("–"))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...grades].reverse().map((consequence) => (
              <tr key={consequence} className="border-b border-line last:border-b-0">
                <th scope="row" className="px-4 py-1.5 text-left font-normal">
                  {words.consequence(consequence, words.consequences[consequence])}
                </th>
                {matrix
                  .filter((cell) => cell.consequence === consequence)
                  .map((cell) => (
                    <Cell key={cell.probability} {...{ cell, query }} />
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {bypassing > 0 && <p className="p-4 text-sm">{words.bypassing(format.number(bypassing))}</p>}
    </Card>
  );
}

function Cell({ cell, query }: { cell: MatrixCell; query: string }) {
  const words = useWords(area).matrix;
  const format = useFormats();
  const { consequence, probability, elements, works, amountOre } = cell;
  const to = backlogTo("/backlog/lines", query, { consequence, probability });
  return (
    <td
      className={`relative px-3 py-1.5 text-right align-top whitespace-nowrap ${shadeOf(riskOf(consequence, probability))}`}
    >
      {elements === 0 ? (
        <span className="text-ink-soft">–</span>
      ) : (
        <>
          <Link to={to} className="text-link inline-block min-h-6 after:absolute after:inset-0">
            {format.ore(amountOre, "million")}
          </Link>
          <span className="block text-ink-soft">
            {words.counts(format.number(works), format.number(elements))}
          </span>
        </>
      )}
    </td>
  );
}
