DROP INDEX `audit_entries_hash`;
