-- What an import changed is noted once a statement and undone once a table: a register of 100,000 households row by
-- row took longer to note than to store, and minutes to undo.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['unit', 'staff', 'room', 'household', 'assignment', 'register_fact', 'setting'] LOOP
    EXECUTE format('DROP TRIGGER note_import ON %I', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- The trigger's arguments are the key's columns. The zone is set so that a moment always reads the same.
CREATE OR REPLACE FUNCTION ruhu_note_import() RETURNS trigger LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
DECLARE
  keyed constant text := (SELECT 'jsonb_build_object(' || string_agg(format('%L, r.%I', k, k), ', ') || ')' FROM unnest(TG_ARGV) k);
  same constant text := (SELECT string_agg(format('o.%1$I = r.%1$I', k), ' and ') FROM unnest(TG_ARGV) k);
  note constant text := 'INSERT INTO import_change (county, import_id, relation, key, before, after)
    SELECT r.county, current_setting(''ruhu.import'')::uuid, %L, %s, %s FROM %s';
BEGIN
  IF TG_OP = 'INSERT' THEN
    EXECUTE format(note, TG_TABLE_NAME, keyed, 'null, md5(to_jsonb(r)::text)', 'fresh r');
  ELSIF TG_OP = 'DELETE' THEN
    EXECUTE format(note, TG_TABLE_NAME, keyed, 'to_jsonb(r), null', 'stood r');
  ELSE
    EXECUTE format(note, TG_TABLE_NAME, keyed, 'to_jsonb(o), md5(to_jsonb(r)::text)', 'fresh r JOIN stood o ON ' || same);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE
  one record;
  importing constant text := $q$(nullif(current_setting('ruhu.import', true), '') IS NOT NULL)$q$;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('unit', '''county'', ''code'''), ('staff', '''county'', ''id'''), ('room', '''county'', ''id'''),
    ('household', '''county'', ''id'''), ('assignment', '''county'', ''campaign'', ''household_id'', ''staff_id'''),
    ('register_fact', '''county'', ''household_id'', ''source'''), ('setting', '''county'', ''key''')) v(relation, keys)
  LOOP
    EXECUTE format('CREATE TRIGGER note_import_added AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT WHEN %s EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, importing, one.keys);
    EXECUTE format('CREATE TRIGGER note_import_changed AFTER UPDATE ON %I REFERENCING OLD TABLE AS stood NEW TABLE AS fresh FOR EACH STATEMENT WHEN %s EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, importing, one.keys);
    EXECUTE format('CREATE TRIGGER note_import_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS stood FOR EACH STATEMENT WHEN %s EXECUTE FUNCTION ruhu_note_import(%s)', one.relation, importing, one.keys);
  END LOOP;
END $$;
--> statement-breakpoint
-- Puts back what an import changed. Nothing is done where a row was changed again since, or where something now hangs
-- on one that would go: then the tables it is about come back with how many rows.
CREATE OR REPLACE FUNCTION ruhu_undo_import(which uuid) RETURNS TABLE (relation text, touched integer)
LANGUAGE plpgsql SET timezone TO 'UTC' AS $$
#variable_conflict use_column
DECLARE
  -- What hangs on a row goes before it and comes back behind it.
  tables constant text[] := ARRAY['assignment', 'register_fact', 'household', 'room', 'staff', 'setting', 'unit'];
  t text;
  keyed text;
  columns text;
  rows_then text;
  wrong integer;
  moved jsonb := '{}';
BEGIN
  FOREACH t IN ARRAY tables LOOP
    keyed := ruhu_import_key(t);
    EXECUTE format('SELECT count(*) FROM (SELECT DISTINCT ON (c.key) c.key, c.after FROM import_change c
        WHERE c.county = current_setting(''ruhu.county'') AND c.import_id = $1 AND c.relation = %1$L ORDER BY c.key, c.no DESC) f
      CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, f.key) k LEFT JOIN %1$I t ON %2$s
      WHERE CASE WHEN t.county IS NULL THEN f.after IS NOT NULL ELSE md5(to_jsonb(t)::text) IS DISTINCT FROM f.after END', t, keyed)
      INTO wrong USING which;
    IF wrong > 0 THEN moved := moved || jsonb_build_object(t, wrong); END IF;
  END LOOP;
  IF moved <> '{}' THEN
    RETURN QUERY SELECT m.key, m.value::int FROM jsonb_each_text(moved) m;
    RETURN;
  END IF;
  rows_then := '(SELECT DISTINCT ON (c.key) c.key, c.before FROM import_change c
    WHERE c.county = current_setting(''ruhu.county'') AND c.import_id = $1 AND c.relation = %1$L ORDER BY c.key, c.no) f
    CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$I, f.key) k';
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('DELETE FROM %1$I t USING ' || rows_then || ' WHERE f.before IS NULL AND %2$s', t, ruhu_import_key(t)) USING which;
  END LOOP;
  FOR i IN REVERSE array_upper(tables, 1)..1 LOOP
    t := tables[i];
    keyed := ruhu_import_key(t);
    SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
    WHERE a.attrelid = t::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '';
    EXECUTE format('UPDATE %1$I t SET (%3$s) = (SELECT %3$s FROM jsonb_populate_record(NULL::%1$I, f.before)) FROM ' || rows_then
      || ' WHERE f.before IS NOT NULL AND %2$s', t, keyed, columns) USING which;
    EXECUTE format('INSERT INTO %1$I (%3$s) SELECT r.* FROM ' || rows_then || ' CROSS JOIN LATERAL (SELECT %3$s FROM jsonb_populate_record(NULL::%1$I, f.before)) r
      WHERE f.before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %1$I t WHERE %2$s)', t, keyed, columns) USING which;
  END LOOP;
  RETURN;
EXCEPTION WHEN foreign_key_violation THEN
  RETURN QUERY SELECT t, 1;
END $$;
--> statement-breakpoint
-- How a row `t` of a table is found by the key `k` that its triggers note.
CREATE FUNCTION ruhu_import_key(of_table text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('t.%1$I = k.%1$I', a.attname), ' and ')
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = of_table::regclass AND i.indisprimary
$$;
