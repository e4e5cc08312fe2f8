import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceProvider } from "./http/nonce.ts";
import "./server/load-context.ts";

const RENDER_LIMIT_MS = 10_000;

/** Renders a page as a stream; robots and those without a browser's patience get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const isPatient = isbot(request.headers.get("User-Agent"));
  return new Promise((resolve, reject) => {
    let isShellSent = false;
    let finalStatus = status;
    const send = () => {
      isShellSent = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      page.pipe(body);
    };
    const page = renderToPipeableStream(
      <NonceProvider value={context.cspNonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={RENDER_LIMIT_MS}
          nonce={context.cspNonce}
        />
      </NonceProvider>,
      {
        nonce: context.cspNonce,
        [isPatient ? "onAllReady" : "onShellReady"]: send,
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          // Before the shell is out, the rejection carries the error to whoever reports it.
          if (isShellSent) report(error, request, context);
        },
      },
    );
    setTimeout(() => page.abort(), RENDER_LIMIT_MS + 1_000).unref();
  });
}

/** What no loader or action foresaw. A request that its sender gave up is nobody's error. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (!request.signal.aborted) report(error, request, context);
}

function report(error: unknown, request: Request, context: AppLoadContext): void {
  if (context.reportError) context.reportError(error, request);
  else console.error(context.requestId, error);
}
