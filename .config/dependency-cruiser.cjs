// Who may import whom. Each rule is one sentence of app/README.md; tests/fixtures/import-rules holds one violation of each.
const notTests = { pathNot: "^tests/" };

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "No two modules need each other.",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
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
      comment: "In domain, zod stays in *.schema.ts, so that values without it may go to the browser.",
      severity: "error",
      from: { path: "^app/domain/", pathNot: "\\.schema\\.ts$" },
      to: { path: "node_modules/zod/" },
    },
    {
      name: "only-repos-touch-the-database",
      comment: "Only repos, queries, audit and platform import db/ or drizzle.",
      severity: "error",
      from: { path: "^app/", pathNot: ["\\.repo\\.server\\.ts$", "\\.queries\\.server\\.ts$", "^app/server/(audit|platform|jobs)/"] },
      to: { path: ["^db/", "node_modules/drizzle-orm/"] },
    },
    {
      name: "server-knows-no-screens",
      comment: "server knows neither routes, ui nor React.",
      severity: "error",
      from: { path: "^app/server/" },
      to: { path: ["^app/(routes|ui|http)/", "node_modules/react(-dom)?/"] },
    },
    {
      name: "only-platform-knows-remix",
      comment: "In server, only platform and people's sign-in know Remix.",
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
      name: "routes-are-thin",
      comment: "Routes import verbs, queries, domain and ui; never db, never each other.",
      severity: "error",
      from: { path: "^app/routes/([^/]+)/" },
      to: { path: ["^db/", "^app/routes/", "\\.repo\\.server\\.ts$", "node_modules/drizzle-orm/"], pathNot: "^app/routes/$1/" },
    },
    {
      name: "ui-is-presentational",
      comment: "ui imports ui, zod-free domain files and i18n only.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: ["^app/(server|routes|http|cli)/", "^db/", "node_modules/(zod|@remix-run|drizzle-orm)/", "\\.schema\\.ts$"] },
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
