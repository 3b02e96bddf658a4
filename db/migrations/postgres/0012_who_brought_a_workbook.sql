ALTER TABLE "workbook_uploads" ADD COLUMN "brought_by_id" text COLLATE "C";
