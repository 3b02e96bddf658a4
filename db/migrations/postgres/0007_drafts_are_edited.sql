ALTER TABLE "questionnaire_drafts" ADD COLUMN "revision" integer;
--> statement-breakpoint
ALTER TABLE "questionnaire_drafts" ADD COLUMN "changed_by_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "questionnaire_drafts" ADD COLUMN "changed_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "questionnaire_drafts" ADD COLUMN "last_change" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "questionnaire_drafts" ADD COLUMN "undo_source" text COLLATE "C";
