CREATE TABLE `workbook_uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`vendor_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`sealed` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workbook_uploads_assessment` ON `workbook_uploads` (`organisation_id`,`assessment_id`,`expires_at`,`id`);
--> statement-breakpoint
CREATE INDEX `workbook_uploads_expiry` ON `workbook_uploads` (`organisation_id`,`expires_at`,`id`);
