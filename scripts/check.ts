import { sumCounts } from "./count-tests.ts";
import { closeWith, runStaticChecks, runSuites } from "./run-checks.ts";

/** The fast subset: everything that needs neither a database nor a browser. */
closeWith(sumCounts([await runStaticChecks(), await runSuites(["unit"], "no database")]));
