import { Form } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { people } from "#app/i18n/people.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import { deviceName } from "./device-name.ts";

interface SessionRow {
  hash: string;
  device: string;
  startedAt: string;
  seenAt: string;
}

/** Where one is signed in, and the way out of each. */
export function SessionList({ sessions, here }: { sessions: readonly SessionRow[]; here: string | null }) {
  const words = useWords(people).account;
  const format = useFormats();
  const nameOf = (row: SessionRow) => deviceName(row.device) ?? words.unknownDevice;
  const endOthers = sessions.some((row) => row.hash !== here) && (
    <Form method="post">
      <Button type="submit" name="intent" value="endOthers" isCompact>
        {words.endOthers}
      </Button>
    </Form>
  );
  return (
    <Card title={words.sessions} tools={endOthers} isFlush>
      <DataTable
        caption={words.sessionsTable}
        phone="cards"
        rows={sessions}
        rowKey={(row) => row.hash}
        columns={[
          { key: "device", header: words.device, cell: nameOf },
          { key: "since", header: words.since, cell: (row) => format.dateTime(row.startedAt) },
          { key: "seen", header: words.lastSeen, cell: (row) => format.dateTime(row.seenAt) },
          {
            key: "end",
            header: words.sessionState,
            cell: (row) =>
              row.hash === here ? (
                <Badge status="good">{words.thisOne}</Badge>
              ) : (
                <EndForm hash={row.hash} label={words.end} name={words.endOf(nameOf(row))} />
              ),
          },
        ]}
      />
    </Card>
  );
}

function EndForm({ hash, label, name }: { hash: string; label: string; name: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="hash" value={hash} />
      <Button type="submit" name="intent" value="endSession" isCompact aria-label={name}>
        {label}
      </Button>
    </Form>
  );
}
