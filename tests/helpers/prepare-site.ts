import { ensureBuild } from "#scripts/build.ts";
import { prepareDemo } from "./demo-template.ts";

/** Runs once before the files of a suite: the site is built, and the demo that each file copies is there. */
export default async function prepareSite(): Promise<void> {
  await ensureBuild(() => undefined);
  await prepareDemo();
}
