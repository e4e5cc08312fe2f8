import { Bookmark, Trash2 } from "lucide-react";
import { useFetcher } from "@remix-run/react";
import { useId } from "react";
import { Button } from "#app/components/button.tsx";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { SavedView } from "#db/queries/list-saved-views.ts";
import type { ViewAnswer } from "../portfolio-views/route.ts";
import { PageMenu } from "./page-menu.tsx";

const action = "/portfolio/views";

/** The views that the person keeps: open one, save this one, delete one and take that back. */
export function SavedViews({ views, query }: { views: SavedView[]; query: string }) {
  const words = useWords(portfolio);
  const fetcher = useFetcher<ViewAnswer>();
  return (
    <PageMenu icon={Bookmark} label={words.savedViews}>
      {views.length === 0 && <p className="text-sm text-ink-soft">{words.savedViewsEmpty}</p>}
      <ul className="-mx-1 max-h-72 overflow-y-auto">
        {views.map((view) => (
          <li key={view.id} className="flex items-center gap-1 rounded-base px-1 hover:bg-sunken">
            <Link
              to={`/portfolio?${view.query}`}
              className="min-w-0 flex-1 truncate py-1.5 font-medium text-blue"
            >
              {view.name}
            </Link>
            <fetcher.Form method="post" action={action}>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="id" value={view.id} />
              <button
                type="submit"
                aria-label={words.removeView(view.name)}
                title={words.removeView(view.name)}
                className="flex size-8 items-center justify-center rounded-base text-ink-soft hover:text-bad"
              >
                <Icon of={Trash2} className="size-4" />
              </button>
            </fetcher.Form>
          </li>
        ))}
      </ul>
      <Outcome answer={fetcher.data} submit={fetcher.submit} />
      <SaveForm key={views.length} Form={fetcher.Form} query={query} answer={fetcher.data} />
    </PageMenu>
  );
}

type Fetcher = ReturnType<typeof useFetcher<ViewAnswer>>;

function Outcome({ answer, submit }: { answer: ViewAnswer | undefined; submit: Fetcher["submit"] }) {
  const words = useWords(portfolio);
  const removed = answer && "removed" in answer ? answer.removed : null;
  return (
    <div role="status" className="text-sm">
      {answer && "saved" in answer && <p className="pt-2 text-good">{words.viewSaved}</p>}
      {removed && (
        <p className="flex items-center justify-between gap-2 pt-2">
          {words.viewRemoved(removed.name)}
          <button
            type="button"
            className="text-link"
            onClick={() => submit({ intent: "save", ...removed }, { method: "post", action })}
          >
            {words.undo}
          </button>
        </p>
      )}
    </div>
  );
}

type SaveFormProps = { Form: Fetcher["Form"]; query: string; answer: ViewAnswer | undefined };

function SaveForm({ Form, query, answer }: SaveFormProps) {
  const words = useWords(portfolio);
  const fault = answer && "fault" in answer ? words.viewErrors[answer.fault] : null;
  const id = useId();
  return (
    <Form method="post" action={action} className="mt-3 flex flex-col gap-1 border-t border-line pt-3">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="query" value={query} />
      <label htmlFor={id} className="text-sm font-semibold">
        {words.viewName}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          name="name"
          required
          maxLength={80}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
          className="control min-w-0"
        />
        <Button type="submit">{words.saveView}</Button>
      </div>
      {fault && (
        <p id={`${id}-fault`} role="alert" className="text-sm font-medium text-bad">
          {fault}
        </p>
      )}
    </Form>
  );
}
