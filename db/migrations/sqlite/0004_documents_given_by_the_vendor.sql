ALTER TABLE `evidence` ADD `given_by_vendor` integer;
