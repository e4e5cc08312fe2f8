import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take half a minute and more: begun last, each would leave a core without work until it ends. */
const long = [
  "http/authorization",
  "http/kill-during-sends",
  "demo/cases",
  "demo/control-totals",
  "demo/generate-demo",
  "db/embedded-durability",
  "db/embedded-session",
  "db/embedded-stress",
  "import/command",
  "db/portfolio",
  "e2e/ask",
  "e2e/hand-over",
  "e2e/plan",
  "e2e/own-register",
  "e2e/portfolio",
  "e2e/leases",
  "e2e/colocation",
  "e2e/journeys",
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  long.some((name) => moduleId.endsWith(`tests/${name}.test.ts`));

/** The order of the files of a suite: those that take long first, the others as the runner has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
