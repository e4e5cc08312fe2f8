import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { cases as area } from "#app/i18n/cases.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CaseFile } from "#db/queries/case/get-case.ts";
import { isOpen } from "#domain/order/order-state.ts";

const scores = [1, 2, 3, 4, 5] as const;

/** How it went: one tap, once everything has ended; the last answer stands. */
export function Rating({ file }: { file: CaseFile }) {
  const words = useWords(area).rating;
  const isOver = file.orders.length > 0 && file.orders.every(({ state }) => !isOpen(state));
  if (!isOver) return null;
  const given = scores.find((score) => score === file.rating?.score);
  return (
    <Card title={words.title}>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="rate" />
        <div className="grid grid-cols-5 gap-2">
          {scores.map((score) => (
            <button
              key={score}
              type="submit"
              name="score"
              value={score}
              aria-pressed={given === score}
              className="flex min-h-14 flex-col items-center justify-center rounded-base border border-line-strong bg-surface px-1 hover:border-blue aria-pressed:border-blue aria-pressed:bg-blue aria-pressed:text-white"
            >
              <span className="text-lg font-semibold">{score}</span>
              <span className="text-center text-xs">{words.score[score]}</span>
            </button>
          ))}
        </div>
      </Form>
      {given && (
        <p role="status" className="mt-2 text-sm text-ink-soft">
          {words.given(words.score[given])}
        </p>
      )}
    </Card>
  );
}
