ALTER TABLE "organisations" ADD COLUMN "first_assessments_per_week" integer;
--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "planned_start_on" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "planned_start_by" text COLLATE "C";
--> statement-breakpoint
CREATE INDEX "engagements_start" ON "engagements" USING btree ("organisation_id","status","planned_start_on","id");
