import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  // The pages' server side is read for dependencies too: this one has no form for browsers.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  build: { target: "es2022", sourcemap: false },
});
