// Who may import whom; tests/fixtures/import-rules holds a violation of each rule, and of each part of a rule that has several.
const notTests = { pathNot: "^tests/" };

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "No two modules need each other, be it for a type.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "domain-is-pure",
      comment: "domain imports domain and zod only.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { pathNot: ["^app/domain/", "node_modules/zod/"] },
    },
    {
      name: "zod-in-schema-files-only",
      comment: "In domain, zod stays in *.schema.ts and their values with it, so that everything else may go to the browser.",
      severity: "error",
      from: { path: "^app/(domain|i18n)/", pathNot: "\\.schema\\.ts$" },
      to: { path: ["node_modules/zod/", "\\.schema\\.ts$"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-repos-touch-the-database",
      comment: "Only repos, queries, audit and platform import db/ or drizzle.",
      severity: "error",
      from: { path: "^app/", pathNot: ["\\.repo\\.server\\.ts$", "\\.queries\\.server\\.ts$", "^app/server/(audit|platform)/"] },
      to: { path: ["^db/", "node_modules/drizzle-orm/"] },
    },
    {
      name: "server-knows-no-screens",
      comment: "server knows neither routes, ui, http, the command line, the entry files nor React.",
      severity: "error",
      from: { path: "^app/server/" },
      to: { path: ["^app/(routes|ui|http|cli)/", "^app/[^/]+$", "node_modules/(@types/)?react(-dom)?/"] },
    },
    {
      name: "only-platform-knows-remix",
      comment: "In server, only platform knows Remix and its authentication.",
      severity: "error",
      from: { path: "^app/server/", pathNot: "^app/server/platform/" },
      to: { path: "node_modules/(@remix-run|remix-auth)" },
    },
    {
      name: "no-foreign-repo",
      comment: "A folder in server calls another folder's verbs, queries or steps, never its repo.",
      severity: "error",
      from: { path: "^app/server/([^/]+)/" },
      to: { path: "^app/server/[^/]+/.*\\.repo\\.server\\.ts$", pathNot: "^app/server/$1/" },
    },
    {
      name: "repos-stay-in-server",
      comment: "Nobody outside server imports a repo.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/server/" },
      to: { path: "\\.repo\\.server\\.ts$" },
    },
    {
      name: "routes-are-thin",
      comment: "Routes import verbs, queries, domain and ui; never db, a step, the command line, zod, or each other.",
      severity: "error",
      from: { path: "^app/routes/([^/]+)/" },
      to: {
        path: ["^db/", "^app/(routes|http|cli|workers)/", "\\.(repo|step)\\.server\\.ts$", "node_modules/(drizzle-orm|zod)/"],
        pathNot: "^app/routes/$1/",
      },
    },
    {
      name: "ui-is-presentational",
      comment: "ui imports ui, zod-free domain files and i18n only; its own folder pdf/ also what draws pages in the browser.",
      severity: "error",
      from: { path: "^app/ui/", pathNot: "^app/ui/pdf/" },
      to: { pathNot: ["^app/(ui|i18n)/", "^app/domain/(?!.*\\.schema\\.ts$)", "node_modules/(@types/)?react(-dom)?/"] },
    },
    {
      name: "ui-draws-pdf-with-pdfjs",
      comment: "ui/pdf imports what ui may import, and pdf.js.",
      severity: "error",
      from: { path: "^app/ui/pdf/" },
      to: {
        pathNot: [
          "^app/(ui|i18n)/",
          "^app/domain/(?!.*\\.schema\\.ts$)",
          "node_modules/(@types/)?react(-dom)?/",
          "node_modules/pdfjs-dist/",
        ],
      },
    },
    {
      name: "words-know-domain-only",
      comment: "i18n imports domain only.",
      severity: "error",
      from: { path: "^app/i18n/" },
      to: { pathNot: ["^app/(i18n|domain)/"] },
    },
    {
      name: "db-knows-domain-only",
      comment: "db takes its vocabulary from domain and knows nothing else of app.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^app/", pathNot: "^app/domain/" },
    },
    {
      name: "main-imports-nothing-of-ours",
      comment: "main.ts takes everything from the one build, else modules exist twice in a process.",
      severity: "error",
      from: { path: "^app/main\\.ts$" },
      to: { path: ["^app/(server|http|domain)/", "^db/"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "what-does-io-says-server",
      comment:
        "A file that uses a module of Node ends in .server.ts, so that no browser bundle can hold it; entry files and commands excepted.",
      severity: "error",
      from: {
        path: ["^app/", "^db/"],
        pathNot: ["\\.server\\.tsx?$", "^app/(cli|workers)/", "^app/(main\\.ts|entry\\.server\\.tsx)$", "^db/generate\\.ts$"],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-unresolvable",
      comment: "Every import resolves.",
      severity: "error",
      from: notTests,
      to: { couldNotResolve: true, pathNot: ["\\?(url|worker)", "^virtual:"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^build/", "^tests/fixtures/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
