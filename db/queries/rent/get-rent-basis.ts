import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { RentBasisData } from "#domain/rent/rent-lines.ts";
import { listRentBases, listRentIndex } from "./list-rent-bases.ts";

export interface RentBasis extends RentBasisData {
  /** Where the index is from. */
  indexSource: string | null;
}

/** All that a lease's rent is reckoned from: its terms, its m² over time and the index. The caller has made sure that the
 *  actor may read the lease. Of a month with several figures the newest counts. */
export async function getRentBasis(db: Db, actor: Actor, contractId: Id): Promise<RentBasis> {
  const { organisationId } = actor;
  const bases = await listRentBases(db, organisationId, [contractId]);
  const { source } = await listRentIndex(db, organisationId);
  return { ...bases.get(contractId)!, indexSource: source };
}
