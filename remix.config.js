/**
 * The framework's options. The Vite plugin does not read this file by itself: vite.config.ts hands it over.
 *
 * `v3_singleFetch` and `v3_lazyRouteDiscovery` stay off: the advisories published for this line of the framework touch
 * their decoder and manifest endpoint (docs/decisions/002-framework-flags.md).
 * @satisfies {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build/site",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
