import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/link.tsx";
import { candidates as area } from "#app/i18n/candidates.ts";
import { useWords } from "#app/i18n/use-words.tsx";
import type { CandidateRow } from "#domain/colocation/candidates/candidate-rows.ts";

type Props = {
  sendingKey: string;
  toId: string;
  members: readonly Pick<CandidateRow, "unitId" | "from">[];
  label: string;
};

/** Makes a co-location case of a candidate or of a group, and opens it where cases are built. */
export function BuildForm({ sendingKey, toId, members, label }: Props) {
  const words = useWords(area);
  return (
    <Form method="post">
      <input type="hidden" name="key" value={sendingKey} />
      <input type="hidden" name="to" value={toId} />
      {members.map(({ unitId, from }) => (
        <input key={`${unitId} ${from.id}`} type="hidden" name="member" value={`${unitId}~${from.id}`} />
      ))}
      <Button type="submit" isCompact aria-label={label}>
        {words.build}
      </Button>
    </Form>
  );
}
