/** What a listener may say to the page. */
export interface EventWriter {
  change: () => void;
  close: () => void;
}

const heartbeatMs = 15_000;

/**
 * A stream of server-sent events: `change` each time something happens, a heartbeat so that proxies keep it open.
 * `begin` is given the writer and returns what ends the listening; `signal` is the request's own. Not to be packed or
 * kept back on the way.
 */
export function eventStream(signal: AbortSignal, begin: (writer: EventWriter) => () => void): Response {
  const encoder = new TextEncoder();
  let end: (isCancelled?: boolean) => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let isClosed = false;
      let stopListening: () => void = () => undefined;
      const write = (text: string) => {
        if (!isClosed) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => write(": here\n\n"), heartbeatMs);
      end = (isCancelled = false) => {
        if (isClosed) return;
        isClosed = true;
        clearInterval(heartbeat);
        stopListening();
        if (!isCancelled) controller.close();
      };
      signal.addEventListener("abort", () => end());
      write("retry: 3000\n\n");
      stopListening = begin({ change: () => write("event: change\ndata: {}\n\n"), close: () => end() });
      if (signal.aborted) end();
    },
    cancel: () => end(true),
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
