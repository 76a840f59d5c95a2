-- Who sees what. The application's role owns nothing and is held by these policies; FORCE holds the owner too.
-- The scope comes as settings of the transaction (db/transaction.ts); without them nothing is visible:
--   ruhu.county    six digits
--   ruhu.staff     who acts (uuid), may be empty
--   ruhu.villages  '*' or village codes with commas
--   ruhu.units     units the speaker stands for (township code; code and name of a department), with commas
--   ruhu.areas     areas of the plan that the speaker's department leads, with commas
-- Each setting is read in a sub-select, so once per statement and not once per row.
DO $$
DECLARE
  in_county constant text := $q$county = (select current_setting('ruhu.county', true))$q$;
  in_villages constant text := $q$((select current_setting('ruhu.villages', true)) = '*' or village = any ((select string_to_array(current_setting('ruhu.villages', true), ','))::text[]))$q$;
  my_units constant text := $q$any ((select string_to_array(current_setting('ruhu.units', true), ','))::text[])$q$;
  is_mine constant text := $q$staff_id = (select nullif(current_setting('ruhu.staff', true), '')::uuid)$q$;
  leads_area constant text := $q$area = any ((select string_to_array(nullif(current_setting('ruhu.areas', true), ''), ','))::int[])$q$;
  has_areas constant text := $q$(select current_setting('ruhu.areas', true)) <> ''$q$;
  rule text;
  t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['unit', 'staff', 'account', 'bind_code', 'room', 'dialogue', 'inbox', 'outbox',
    'self_report', 'register_import', 'setting', 'platform_token'] LOOP
    EXECUTE format('CREATE POLICY by_county ON %I USING (%s)', t, in_county);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['visit', 'answer', 'monitoring_lead', 'monitoring_lead_event', 'register_fact', 'spot_check'] LOOP
    EXECUTE format('CREATE POLICY by_village ON %I USING (%s and %s)', t, in_county, in_villages);
  END LOOP;

  -- A helper's own assignments say which villages he may see, so he sees them before anything else.
  FOREACH t IN ARRAY ARRAY['assignment', 'attachment'] LOOP
    EXECUTE format('CREATE POLICY by_village ON %I USING (%s and (%s or %s))', t, in_county, in_villages, is_mine);
  END LOOP;

  rule := format('%s and (%s or lead_unit = %s or responsible_unit = %s or (village is null and township = %s))',
    in_county, in_villages, my_units, my_units, my_units);
  EXECUTE format('CREATE POLICY by_village_or_unit ON problem USING (%s)', rule);

  -- An event is seen by who sees its problem; it may be written in the statement that opens the problem.
  EXECUTE format('CREATE POLICY written ON problem_event FOR INSERT WITH CHECK (%s)', in_county);
  EXECUTE format('CREATE POLICY by_problem ON problem_event FOR SELECT USING (%s and exists (select 1 from problem p where p.county = problem_event.county and p.id = problem_event.problem_id))', in_county);

  rule := format('%s and (%s or unit = %s or (%s and %s))', in_county, in_villages, my_units, has_areas, leads_area);
  EXECUTE format('CREATE POLICY by_unit_or_area ON self_check USING (%s)', rule);

  -- A department has no villages: it sees a household only through a problem of its own.
  EXECUTE format('CREATE POLICY by_village ON household USING (%s and %s)', in_county, in_villages);
  EXECUTE format('CREATE POLICY through_problem ON household FOR SELECT USING (%s and %s and exists (select 1 from problem p where p.county = household.county and p.household_id = household.id))', in_county, has_areas);

  -- Everybody's looking is written down; who may read it sees his villages.
  EXECUTE format('CREATE POLICY written ON access_log FOR INSERT WITH CHECK (%s)', in_county);
  EXECUTE format('CREATE POLICY by_village ON access_log FOR SELECT USING (%s and %s)', in_county, in_villages);
END $$;
--> statement-breakpoint
-- Ends a statement whose guard did not hold, so that nothing of it is stored.
CREATE FUNCTION ruhu_require(holds boolean, what text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF holds THEN RETURN true; END IF;
  RAISE EXCEPTION 'guard: %', what USING ERRCODE = 'RH001';
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO ruhu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ruhu_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ruhu_app;
--> statement-breakpoint
-- Append-only.
REVOKE UPDATE, DELETE ON answer, problem_event, monitoring_lead_event, access_log FROM ruhu_app;
--> statement-breakpoint
-- A dialogue and a visit are written at every answer: room on the page keeps the new version there, and a row
-- of a few kilobytes isn't moved aside and compressed each time.
ALTER TABLE dialogue SET (fillfactor = 50, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
ALTER TABLE visit SET (fillfactor = 70, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.05);
--> statement-breakpoint
-- Every answer inserts here at the end and nobody reads it soon.
ALTER TABLE inbox SET (toast_tuple_target = 8160);
