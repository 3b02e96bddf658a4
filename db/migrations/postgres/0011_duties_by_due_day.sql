DROP INDEX "duties_owner";
--> statement-breakpoint
CREATE INDEX "duties_due" ON "duties" USING btree ("organisation_id","done_at","due_on","id");
