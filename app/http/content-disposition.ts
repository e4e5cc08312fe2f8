/**
 * The header that hands out a file under a name: plain for old clients, in full by RFC 5987 for the rest.
 * @example attachmentNamed("Børnehus.pdf") // attachment; filename="B_rnehus.pdf"; filename*=UTF-8''B%C3%B8rnehus.pdf
 */
export function attachmentNamed(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const full = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
