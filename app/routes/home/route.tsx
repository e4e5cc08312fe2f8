import { Page, PageHead } from "#app/components/page.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { shell } from "#app/i18n/shell.ts";

export default function Home() {
  const words = useWords(shell);
  return (
    <Page>
      <PageHead title={words.product} />
    </Page>
  );
}
