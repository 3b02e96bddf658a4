// The screens of our own people, visited by axe.
import { staffScreens } from "#tests/support/screens.ts";
import { checkScreens } from "./accessibility.ts";

checkScreens(staffScreens);
