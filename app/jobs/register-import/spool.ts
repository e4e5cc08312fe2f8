import { mkdtemp, open, rm, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const flushChars = 1_000_000;

/**
 * Keeps records on disk between reading a file and holding it against the database: what a file says of one id is only
 * known when all of it is read, and all of it does not belong in memory. Lives as long as one import.
 */
export class Spool<T> {
  readonly #file: FileHandle;
  #pending = "";

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async create<T>(): Promise<Spool<T>> {
    const folder = await mkdtemp(path.join(tmpdir(), "ejendom-import-"));
    const file = await open(path.join(folder, "records.ndjson"), "w+", 0o600);
    // Its name goes at once, its content with the process: nothing is left even when that is killed.
    await rm(folder, { recursive: true });
    return new Spool<T>(file);
  }

  async add(record: T): Promise<void> {
    this.#pending += `${JSON.stringify(record)}\n`;
    if (this.#pending.length > flushChars) await this.#flush();
  }

  async #flush(): Promise<void> {
    await this.#file.appendFile(this.#pending);
    this.#pending = "";
  }

  /** All records in order, `size` at a time. */
  async *batches(size: number): AsyncGenerator<T[]> {
    await this.#flush();
    let batch: T[] = [];
    for await (const line of this.#file.readLines({ start: 0, autoClose: false })) {
      batch.push(JSON.parse(line) as T);
      if (batch.length >= size) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  async remove(): Promise<void> {
    await this.#file.close();
  }
}
