// The browser without screen that the journey uses, for tests.
export { type Answer, type HttpBrowser, httpBrowser } from "#app/cli/http-browser.ts";
