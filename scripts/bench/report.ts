import { loadavg } from "node:os";
import type { Figure } from "./measure-database.ts";
import type { Throughput } from "./measure-orders.ts";

/** A line of a table: what, how much, the goal and whether it is met; null where there is none. */
export interface Line {
  what: string;
  value: string;
  goal: string;
  isMet: boolean | null;
}

/** How much our own code may add to the bare SQL: a factor, or so many milliseconds where that is more. */
const overhead = (size: number) => ({ factor: size >= 200_000 ? 1.3 : 1.5, milliseconds: 2 });

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
const verdict = (isMet: boolean | null) => (isMet === null ? "" : isMet ? "met" : "MISSED");

/** The table of one database: server time beside bare SQL. */
export function printFigures(title: string, size: number, figures: Figure[]): Line[] {
  const { factor, milliseconds } = overhead(size);
  const lines = figures.map(({ operation, serverMs, bareMs, times }) => {
    const isMet = serverMs <= bareMs * factor || serverMs <= bareMs + milliseconds;
    const most = operation.goals.milliseconds;
    const isFast = most === undefined || size < 200_000 ? null : serverMs <= most;
    return { name: operation.name, serverMs, bareMs, ratio: serverMs / bareMs, times, isMet, isFast };
  });
  console.log(`\n### ${title} (load ${loadavg()[0]!.toFixed(1)})\n`);
  console.log(`| | server | bare SQL | ratio | times | ≤ ${factor} × or + ${milliseconds} ms | ≤ 150 ms |`);
  console.log("|---|---:|---:|---:|---:|---|---|");
  for (const { name, serverMs, bareMs, ratio, times, isMet, isFast } of lines) {
    console.log(
      `| ${name} | ${ms(serverMs)} | ${ms(bareMs)} | ${ratio.toFixed(2)} | ${times} | ${verdict(isMet)} | ${verdict(isFast)} |`,
    );
  }
  return lines.map(({ name, isMet, isFast }) => ({
    ...{ what: `${title}: ${name}`, value: "", goal: "" },
    isMet: isMet && isFast !== false,
  }));
}

/** How the median grows from the smallest to the largest portfolio. */
export function printGrowth(small: Figure[], large: Figure[], from: number, to: number): Line[] {
  const lines = large.map(({ operation, serverMs }, index) => {
    const before = small[index]!.serverMs;
    const most = operation.goals.growth;
    const isMet = most === undefined ? null : serverMs <= before * most;
    return { name: operation.name, before, serverMs, growth: serverMs / before, most, isMet };
  });
  console.log(`\n### Growth from ${from.toLocaleString("en")} to ${to.toLocaleString("en")} buildings\n`);
  console.log("| | small | large | growth | goal | |\n|---|---:|---:|---:|---:|---|");
  for (const { name, before, serverMs, growth, most, isMet } of lines)
    console.log(
      `| ${name} | ${ms(before)} | ${ms(serverMs)} | ${growth.toFixed(1)} × | ${most ? `≤ ${most} ×` : ""} | ${verdict(isMet)} |`,
    );
  return lines.map(({ name, isMet }) => ({ what: `growth: ${name}`, value: "", goal: "", isMet }));
}

/** How many a second may be had of what bare transactions with the same rows reach. */
const leastShare = 0.3;

/** The table of one database: how many a second, beside bare transactions that write the same rows. */
export function printThroughput(title: string, figures: Throughput[]): Line[] {
  console.log(`\n### ${title} (load ${loadavg()[0]!.toFixed(1)})\n`);
  console.log("| a second | through the commands | bare transactions | rows each | share | ≥ 30 % |");
  console.log("|---|---:|---:|---:|---:|---|");
  return figures.map(({ what, perSecond, barePerSecond, rows }) => {
    const share = perSecond / barePerSecond;
    const isMet = share >= leastShare;
    console.log(
      `| ${what} | ${perSecond.toFixed(0)} | ${barePerSecond.toFixed(0)} | ${rows.toFixed(1)} | ${(100 * share).toFixed(0)} % | ${verdict(isMet)} |`,
    );
    return { what: `${title}: ${what}`, value: "", goal: "", isMet };
  });
}

/** A table of single figures, each with its goal. */
export function printLines(title: string, lines: Line[]): Line[] {
  console.log(`\n### ${title} (load ${loadavg()[0]!.toFixed(1)})\n`);
  console.log("| | measured | goal | |\n|---|---:|---:|---|");
  for (const { what, value, goal, isMet } of lines)
    console.log(`| ${what} | ${value} | ${goal} | ${verdict(isMet)} |`);
  return lines;
}
