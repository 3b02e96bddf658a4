ALTER TABLE `evidence` ADD `content_flags` text;
