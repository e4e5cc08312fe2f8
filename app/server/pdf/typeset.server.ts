import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { NodeCompiler, PdfStandard } from "@myriaddreamin/typst-ts-node-compiler";
import { sfntOf } from "./woff-font.ts";

/** A place that no file lies at: template and data are given to the compiler, which reads nothing else. */
const workspace = path.resolve("/pdf-of-the-portal");
const fontNames = ["400-normal", "600-normal", "400-italic"];

let compiler: NodeCompiler | null = null;

/** One compiler for the process: it keeps the fonts and what it has laid out before. */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler;
  const folder = path.dirname(
    createRequire(import.meta.url).resolve("@fontsource/ibm-plex-sans/package.json"),
  );
  const fontBlobs = fontNames.map((name) =>
    sfntOf(readFileSync(path.join(folder, "files", `ibm-plex-sans-latin-${name}.woff`))),
  );
  compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  return compiler;
}

/**
 * Sets a document: a Typst template and what it says, as a tagged PDF (PDF/UA-1). The template reads its data with
 * `json("data.json")`, so whatever is in it is text and never markup: there is nothing to escape. The template must set a
 * title and a language, or the standard is not met. About 50 ms a page in this thread.
 * Throws an Error with the compiler's words where the template cannot be set.
 * @example typeset('#set document(title: "A")\n#set text(lang: "da")\n#json("data.json").name', { name: "#b *c*" })
 */
export function typeset(template: string, data: unknown, now: Date): Buffer {
  const typst = theCompiler();
  typst.mapShadow(path.join(workspace, "main.typ"), Buffer.from(template));
  typst.mapShadow(path.join(workspace, "data.json"), Buffer.from(JSON.stringify(data)));
  const compiled = typst.compile({ mainFilePath: path.join(workspace, "main.typ"), resetRead: true });
  const fault = compiled.hasError() ? compiled.takeError() : null;
  if (fault) throw new Error(`The template cannot be set: ${JSON.stringify(typst.fetchDiagnostics(fault))}`);
  return typst.pdf(compiled.result!, {
    pdfStandard: PdfStandard.UA_1,
    pdfTags: true,
    creationTimestamp: Math.floor(now.getTime() / 1000),
  });
}
