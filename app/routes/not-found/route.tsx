// Every address that names no screen.
import { data } from "@remix-run/node";

export function loader() {
  throw data({ code: "not_found" }, { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
