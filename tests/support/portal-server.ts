// The built portal on a socket, as the journey starts it, for tests.
export { type PortalServer, type PortalServerOptions, startPortalServer } from "#app/cli/portal-server.ts";
