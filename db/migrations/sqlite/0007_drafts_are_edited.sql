ALTER TABLE `questionnaire_drafts` ADD `revision` integer;
--> statement-breakpoint
ALTER TABLE `questionnaire_drafts` ADD `changed_by_id` text;
--> statement-breakpoint
ALTER TABLE `questionnaire_drafts` ADD `changed_at` integer;
--> statement-breakpoint
ALTER TABLE `questionnaire_drafts` ADD `last_change` text;
--> statement-breakpoint
ALTER TABLE `questionnaire_drafts` ADD `undo_source` text;
