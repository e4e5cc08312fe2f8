import { useId } from "react";
import type { ReactNode } from "react";
import { useWords } from "../i18n/use-words.tsx";
import { common } from "../i18n/common.ts";

/** The numbers of a chart as a table: what the rows and columns are called, and the values as they are written. */
export type ChartNumbers = { heads: readonly string[]; rows: readonly (readonly [string, ...string[]])[] };

type ChartFrameProps = {
  title: string;
  /** One sentence that says what the picture shows. */
  caption: string;
  unit: string;
  numbers: ChartNumbers;
  /** 2 where no other heading stands between the page's and the chart's. */
  headingLevel?: 2 | 3;
  children: ReactNode;
};

/** What stands around every chart: its title and unit, the picture, what it shows, and its numbers under "Vis tal". */
export function ChartFrame({ title, caption, unit, numbers, headingLevel = 3, children }: ChartFrameProps) {
  const Heading = `h${headingLevel}` as const;
  const words = useWords(common);
  const id = useId();
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <Heading id={id} className="font-semibold">
        {title} <span className="font-normal text-ink-soft">({unit})</span>
      </Heading>
      <div aria-hidden="true">{children}</div>
      <figcaption className="text-sm text-ink-soft">{caption}</figcaption>
      <details className="group text-sm">
        <summary className="inline-flex min-h-6 items-center gap-1.5 font-medium text-blue">
          <svg
            viewBox="0 0 10 10"
            aria-hidden="true"
            className="size-2.5 fill-current transition-transform group-open:rotate-90"
          >
            <path d="M1.5 0.5 9 5 1.5 9.5Z" />
          </svg>
          {words.showNumbers}
        </summary>
        <NumberTable title={title} numbers={numbers} />
      </details>
    </figure>
  );
}

function NumberTable({ title, numbers }: { title: string; numbers: ChartNumbers }) {
  return (
    <table className="mt-2 border-collapse">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="border-b border-line text-ink-soft">
          {numbers.heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={`py-1 pr-6 font-medium ${index === 0 ? "text-left" : "text-right"}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.rows.map(([name, ...values], at) => (
          <tr key={at} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1 pr-6 text-left font-normal">
              {name}
            </th>
            {values.map((value, index) => (
              <td key={index} className="py-1 pr-6 text-right">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
