import { Button } from "#app/components/button.tsx";
import { Card } from "#app/components/card.tsx";
import { Form } from "#app/components/link.tsx";
import { TextArea } from "#app/components/text-area.tsx";
import { colocation as area } from "#app/i18n/colocation.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";

type Props = {
  comments: readonly { id: string; name: string; words: string; at: string | Date }[];
  mayComment: boolean;
  refused: string | null;
};

/** What has been said of the case, and a field to say something. */
export function CommentsCard({ comments, mayComment, refused }: Props) {
  const words = useWords(area).comments;
  const format = useFormats();
  return (
    <Card title={words.title}>
      <div className="flex flex-col gap-4">
        {comments.length === 0 && <p className="text-ink-soft">{words.none}</p>}
        <ul className="flex flex-col gap-3">
          {comments.map((one) => (
            <li key={one.id}>
              <p className="text-sm text-ink-soft">
                {one.name}, {format.dateTime(one.at)}
              </p>
              <p className="whitespace-pre-line">{one.words}</p>
            </li>
          ))}
        </ul>
        {mayComment && (
          <Form key={comments.length} method="post" className="screen-only flex max-w-2xl flex-col gap-2">
            <TextArea
              {...{ name: "words", label: words.write, maxLength: 4000, rows: 2, required: true }}
              defaultValue={refused ?? ""}
              errors={refused === null ? null : [words.wrong]}
            />
            <div>
              <Button type="submit">{words.send}</Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}
