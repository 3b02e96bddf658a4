// Triggers that make tables append-only, per engine. They are laid again after every migration, because recreating a table
// drops its triggers. Nothing in the product may ever need to change such a row.

const tables = ["audit_entries"] as const;
const refusal = (table: string) => `${table} is append-only`;

/**
 * SQLite: `insert or replace` deletes without firing delete triggers, so an insert onto an existing key is refused as well. The check must
 * stay one look into the primary key: it runs with every entry. Dropped first, because a trigger is not replaced.
 */
export const appendOnlySqlite: readonly string[] = [
  ...tables.flatMap((table) => [
    ...(["update", "delete"] as const).map(
      (act) =>
        `create trigger if not exists ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${refusal(table)}'); end`,
    ),
    `drop trigger if exists ${table}_no_replace`,
    `create trigger ${table}_no_replace before insert on ${table}
     when exists (select 1 from ${table} where organisation_id = new.organisation_id and seq = new.seq)
     begin select raise(abort, '${refusal(table)}'); end`,
  ]),
  `create trigger if not exists audit_heads_no_delete before delete on audit_heads begin select raise(abort, 'audit_heads only grow'); end`,
  `create trigger if not exists audit_heads_only_grow before update on audit_heads when new.seq <= old.seq
   begin select raise(abort, 'audit_heads only grow'); end`,
];

export const appendOnlyPostgres: readonly string[] = [
  `create or replace function refuse_change() returns trigger language plpgsql as
   $$ begin raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation'; end $$`,
  ...tables.flatMap((table) => [
    `create or replace trigger ${table}_no_change before update or delete on ${table} for each row execute function refuse_change()`,
    `create or replace trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change()`,
  ]),
  `create or replace trigger audit_heads_only_grow before update on audit_heads for each row when (new.seq <= old.seq)
   execute function refuse_change()`,
  `create or replace trigger audit_heads_no_delete before delete on audit_heads for each row execute function refuse_change()`,
  `create or replace trigger audit_heads_no_truncate before truncate on audit_heads for each statement execute function refuse_change()`,
];
