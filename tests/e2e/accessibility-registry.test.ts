// Home, vendors and what is kept about them, visited by axe.
import { registryScreens } from "#tests/support/screens.ts";
import { checkScreens } from "./accessibility.ts";

checkScreens(registryScreens);
