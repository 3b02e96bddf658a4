// Second build: programs beside the portal, one file each, packages stay in node_modules. `--mode main` is the HTTP server's starter,
// `--mode pdf.worker` and `--mode foreign-file.worker` the worker threads (a worker must be an entry of its own).
import { defineConfig } from "vite";

const programs: Record<string, { input: string; outDir: string }> = {
  main: { input: "app/main.ts", outDir: "build" },
  "pdf.worker": { input: "app/workers/pdf.worker.ts", outDir: "build/workers" },
  "foreign-file.worker": { input: "app/workers/foreign-file.worker.ts", outDir: "build/workers" },
};

export default defineConfig(({ mode }) => {
  const { input, outDir } = programs[mode] ?? programs["pdf.worker"]!;
  return {
    root: new URL("..", import.meta.url).pathname,
    publicDir: false,
    build: {
      ssr: true,
      target: "node20",
      outDir,
      emptyOutDir: false,
      sourcemap: false,
      minify: false,
      rollupOptions: {
        input,
        output: { format: "es", entryFileNames: input.replace(/^.*\/(.+)\.ts$/, "$1.js"), inlineDynamicImports: true },
      },
    },
  };
});
