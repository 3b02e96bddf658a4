// The portal's build: server bundle and style sheet by Remix, enhancer scripts as separate assets.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: "app",
      buildDirectory: "build",
      serverModuleFormat: "esm",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
        // Off: one request to /__manifest can keep a core busy for seconds.
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  build: { target: "es2022", sourcemap: false },
  ssr: { target: "node" },
});
