// Assessments and what follows from them, evidence, reports and settings, visited by axe.
import { workScreens } from "#tests/support/screens.ts";
import { checkScreens } from "./accessibility.ts";

checkScreens(workScreens);
