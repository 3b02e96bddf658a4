ALTER TABLE "evidence" ADD COLUMN "content_flags" text;
