// A duty: a control a vendor's audit report expects from us (complementary user-entity control). Without it the vendor's own controls do
// not hold, so somebody of ours says that it is in place, and how that shows. PCI DSS 4.0.1 12.8.5 asks for the same split.
import { addDays, type Day } from "#app/domain/monitoring/calendar-days.ts";

/** Days from reading the report to confirming the control. */
const dutyDays = 60;

export const dutyDueOn = (openedOn: Day): Day => addDays(openedOn, dutyDays);
