import type { Page } from "playwright";

/**
 * All that a page's own database in the browser holds now, as JSON; empty text where there is no such database.
 * @example await expect.poll(() => keptOnPhone(page, "surveys")).toContain("Revet ned")
 */
export const keptOnPhone = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (name) => {
    const found = await indexedDB.databases();
    if (!found.some((one) => one.name === name)) return "";
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error(name));
      });
    const database = await answerOf(indexedDB.open(name));
    try {
      const stores = [...database.objectStoreNames];
      const held = stores.map((store) => answerOf(database.transaction(store).objectStore(store).getAll()));
      return JSON.stringify(await Promise.all(held));
    } finally {
      database.close();
    }
  }, name);
