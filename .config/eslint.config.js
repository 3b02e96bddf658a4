// One rule biome does not have: a promise or query builder nobody awaits does nothing, silently.
import tseslint from "typescript-eslint";

export default tseslint.config({
  files: ["app/**/*.ts", "app/**/*.tsx", "db/**/*.ts"],
  ignores: ["db/migrations/**"],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: new URL("..", import.meta.url).pathname },
  },
  plugins: { "@typescript-eslint": tseslint.plugin },
  linterOptions: { reportUnusedDisableDirectives: "off" },
  rules: { "@typescript-eslint/no-floating-promises": ["error", { checkThenables: true }] },
});
