import type { Socket } from "node:net";

import { Batches, type Task } from "./batches.ts";
import type { Guest, Session } from "./session.ts";
import { StatementNames } from "./statement-names.ts";
import { Client, Opening, splitMessages, splitOpening } from "./wire.ts";

/**
 * One client's socket: opening, messages into batches, answers back. TLS is declined (the socket never leaves the
 * machine), a cancel request is ignored (a query in WebAssembly cannot be interrupted), and the greeting is the
 * recorded one, so that connecting never waits for somebody else's transaction.
 */
export class Connection implements Guest {
  readonly tasks: Task[] = [];
  gone = false;
  #bytes: Buffer = Buffer.alloc(0);
  #opened = false;
  #visited = false;
  readonly #collected = new Batches();
  readonly #names: StatementNames;

  constructor(
    private readonly socket: Socket,
    private readonly session: Session,
    private readonly greeting: Promise<Buffer>,
    id: number,
  ) {
    this.#names = new StatementNames(id);
    socket.setNoDelay(true);
    socket.on("data", (bytes) => this.#receive(bytes as Buffer));
    socket.on("error", () => this.#leave());
    socket.on("close", () => this.#leave());
  }

  deliver(bytes: Buffer): void {
    if (this.socket.writable) this.socket.write(bytes);
  }

  dismiss(farewell: Buffer): void {
    this.socket.end(farewell);
    this.#leave();
  }

  statements(): string[] {
    return this.#names.all();
  }

  #receive(bytes: Buffer): void {
    this.#bytes = this.#bytes.length > 0 ? Buffer.concat([this.#bytes, bytes]) : bytes;
    try {
      if (!this.#opened) this.#open();
      if (this.#opened) this.#read();
    } catch {
      this.socket.destroy(); // not the protocol: nothing sensible can be answered
    }
  }

  #open(): void {
    for (let next = splitOpening(this.#bytes); next; next = splitOpening(this.#bytes)) {
      this.#bytes = next.rest;
      if (next.code === Opening.tls || next.code === Opening.gss) {
        this.socket.write("N");
        continue;
      }
      if (next.code !== Opening.session) return void this.socket.end();
      this.#opened = true;
      void this.greeting.then((greeting) => this.deliver(greeting));
      return;
    }
  }

  #read(): void {
    const { messages, rest } = splitMessages(this.#bytes);
    this.#bytes = rest;
    for (const request of messages) {
      if (request[0] === Client.terminate) return void this.socket.end();
      this.#take(this.#names.rename(request));
    }
    if (this.tasks.length > 0) this.#knock();
  }

  #take(request: Buffer): void {
    const task = this.#collected.add(request);
    if (task) this.tasks.push(task);
  }

  #knock(): void {
    this.#visited = true;
    this.session.knock(this);
  }

  #leave(): void {
    if (this.gone) return;
    this.gone = true;
    this.tasks.length = 0;
    if (this.#visited) this.#knock();
  }
}
