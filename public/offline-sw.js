/*
 * Keeps the pages under its scope (/work, /surveys) open without network. It holds the program and an empty shell, never anyone's data: those
 * lie in the phone's own database, which signing out wipes together with this worker.
 */
const scope = new URL(self.registration.scope).pathname.replace(/\/$/, "");
const cacheName = `${scope.slice(1)}-shell`;
const shell = `${scope}/offline`;

self.addEventListener("install", (event) => {
  event.waitUntil(refresh().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  if (event.data === "refresh") event.waitUntil(refresh().catch(() => undefined));
});

/** Fetches the shell with the program it names, and forgets what an older one named. */
async function refresh() {
  const page = await fetch(shell, { cache: "no-store" });
  if (!page.ok) return;
  const named = new Set((await page.clone().text()).match(/\/assets\/[\w.-]+/g) ?? []);
  const cache = await caches.open(cacheName);
  for (const style of [...named].filter((name) => name.endsWith(".css"))) {
    const text = await (await fetch(style)).text();
    for (const font of text.match(/\/assets\/[\w.-]+\.woff2/g) ?? []) named.add(font);
  }
  const held = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll([...named].filter((name) => !held.has(name)));
  await cache.put(shell, page);
  for (const name of held) if (name !== shell && !named.has(name)) await cache.delete(name);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => offline(url)));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(fromCache(request));
});

async function fromCache(request) {
  return (await caches.match(request, { cacheName })) ?? fetch(request);
}

/** Without network every page under the scope leads to the shell. */
async function offline(url) {
  if (url.pathname !== shell) return Response.redirect(shell);
  return (await caches.match(shell, { cacheName, ignoreSearch: true })) ?? Response.error();
}
