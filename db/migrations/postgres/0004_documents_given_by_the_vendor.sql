ALTER TABLE "evidence" ADD COLUMN "given_by_vendor" boolean;
