ALTER TABLE `workbook_uploads` ADD `brought_by_id` text;
