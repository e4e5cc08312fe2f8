import { json } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/require-actor.ts";
import { Badge } from "#app/components/badge.tsx";
import { Button } from "#app/components/button.tsx";
import { Card, Page, PageHead } from "#app/components/card.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Form, Link } from "#app/components/link.tsx";
import { Notice } from "#app/components/notice.tsx";
import { TextField } from "#app/components/text-field.tsx";
import { approvals } from "#app/i18n/approvals.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import {
  delegateApprovals,
  endDelegation,
  type DelegateRefusal,
} from "#db/commands/approval/delegate-approvals.ts";
import { listDelegations, type Delegation } from "#db/queries/approval/list-delegations.ts";
import { DelegationForm } from "#domain/approval/delegation-form.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "signedIn" };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: approvals[page?.locale ?? "da"].delegation.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const today = dayAt(new Date());
  const delegations = await listDelegations(context.db, actor, today);
  return { locale: localeFrom(request, actor.locale), delegations, today };
}

interface Outcome {
  done: "saved" | "ended" | null;
  refusal: DelegateRefusal | null;
  faults: Record<string, string>;
  typed: Record<string, string>;
}

const outcome = (part: Partial<Outcome>, status = 200) =>
  json<Outcome>({ done: null, refusal: null, faults: {}, typed: {}, ...part }, status);

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const typed = Object.fromEntries(await request.formData()) as Record<string, string>;
  const today = dayAt(new Date());
  if (typed.intent === "end") {
    const isEnded = isId(typed.id) && (await endDelegation(context.db, actor, typed.id, today));
    return outcome(isEnded ? { done: "ended" } : {}, isEnded ? 200 : 422);
  }
  const parsed = DelegationForm.safeParse(typed);
  if (!parsed.success) {
    const faults = Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [String(path[0]), message]),
    );
    return outcome({ faults, typed }, 422);
  }
  const result = await delegateApprovals(context.db, actor, parsed.data, today);
  return result.ok ? outcome({ done: "saved" }) : outcome({ refusal: result.refusal, typed }, 422);
}

export default function DelegationPage() {
  const { delegations, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = useWords(approvals).delegation;
  return (
    <Page>
      <PageHead title={words.title} note={words.note} above={<Link to="/approvals">{words.back}</Link>} />
      {answer?.refusal && (
        <FormErrors errors={[{ fieldId: "email", message: words.refusals[answer.refusal] }]} />
      )}
      {answer?.done && <Notice status="good">{words[answer.done]}</Notice>}
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Card title={words.open}>
          <DelegateFields answer={answer?.done ? null : (answer ?? null)} today={today} />
        </Card>
        <div className="flex flex-col gap-5">
          {delegations.length === 0 && (
            <Card>
              <p className="text-ink-soft">{words.none}</p>
            </Card>
          )}
          <DelegationList title={words.mine} rows={delegations.filter(({ isMine }) => isMine)} />
          <DelegationList title={words.theirs} rows={delegations.filter(({ isMine }) => !isMine)} />
        </div>
      </div>
    </Page>
  );
}

function DelegateFields({ answer, today }: { answer: Outcome | null; today: string }) {
  const words = useWords(approvals).delegation;
  const fault = (name: string) => {
    const key = answer?.faults[name];
    return key ? [words.faults[key] ?? key] : null;
  };
  const kept = answer?.typed ?? {};
  const days = { type: "date", min: today, required: true };
  return (
    <Form method="post" className="flex flex-col gap-3">
      <TextField
        id="email"
        label={words.email}
        name="email"
        type="email"
        required
        defaultValue={kept.email}
        errors={fault("email")}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          {...days}
          label={words.firstDay}
          name="firstDay"
          defaultValue={kept.firstDay ?? today}
          errors={fault("firstDay")}
        />
        <TextField
          {...days}
          label={words.lastDay}
          name="lastDay"
          defaultValue={kept.lastDay}
          errors={fault("lastDay")}
        />
      </div>
      <Button type="submit" look="primary" className="self-start">
        {words.add}
      </Button>
    </Form>
  );
}

function DelegationList({ title, rows }: { title: string; rows: readonly Delegation[] }) {
  const words = useWords(approvals).delegation;
  const format = useFormats();
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <ul className="flex flex-col gap-3">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0">
              <span className="block font-semibold">{row.name}</span>
              <span className="block text-sm text-ink-soft">
                {words.days(format.day(row.firstDay), format.day(row.lastDay))}
              </span>
            </span>
            <Badge status={row.isNow ? "good" : "neutral"}>{row.isNow ? words.now : words.later}</Badge>
            {row.isMine && (
              <Form method="post">
                <input type="hidden" name="intent" value="end" />
                <input type="hidden" name="id" value={row.id} />
                <Button type="submit" isCompact aria-label={words.endOf(row.name)}>
                  {words.end}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
