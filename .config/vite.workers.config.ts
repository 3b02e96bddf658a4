// Second build: worker threads are entries of their own, in one file each, packages stay in node_modules.
import { defineConfig } from "vite";

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/workers",
    emptyOutDir: false,
    sourcemap: false,
    minify: false,
    rollupOptions: {
      input: { "pdf.worker": "app/workers/pdf.worker.ts" },
      output: { format: "es", entryFileNames: "[name].js", inlineDynamicImports: true },
    },
  },
});
