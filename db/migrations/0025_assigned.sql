-- Somebody who looks after households elsewhere sees these households and not their whole villages:
--   ruhu.households   ids of the households of one's assignments outside one's own villages, with commas
DO $$
DECLARE
  here constant text := $q$county = (select current_setting('ruhu.county', true))$q$;
  ids constant text := $q$((select string_to_array(nullif(current_setting('ruhu.households', true), ''), ','))::uuid[])$q$;
  rule text;
  p record;
BEGIN
  FOR p IN
    SELECT tablename, policyname, qual,
      EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_name = tablename AND c.column_name = 'campaign') AS of_campaign
    FROM pg_policies
    WHERE schemaname = 'public' AND permissive = 'PERMISSIVE' AND (policyname = 'by_village' AND tablename IN
      ('household', 'visit', 'answer', 'monitoring_lead', 'monitoring_lead_event', 'register_fact', 'attachment')
      OR policyname = 'by_village_or_unit' AND tablename = 'problem')
  LOOP
    rule := CASE p.tablename
      WHEN 'household' THEN format('id = any (%s)', ids)
      WHEN 'monitoring_lead_event' THEN format('%s <> %L and exists (select 1 from monitoring_lead l where l.county = monitoring_lead_event.county and l.id = monitoring_lead_event.lead_id)',
        $q$(select coalesce(current_setting('ruhu.households', true), ''))$q$, '')
      ELSE format('household_id = any (%s)', ids) END;
    EXECUTE format('ALTER POLICY %I ON %I USING ((%s) or (%s %s and %s))', p.policyname, p.tablename, p.qual, here,
      CASE WHEN p.of_campaign THEN $q$and campaign = (select current_setting('ruhu.campaign', true))$q$ ELSE '' END, rule);
    -- An event may be written in the statement that makes its lead, which it doesn't see yet.
    IF p.tablename = 'monitoring_lead_event' THEN
      EXECUTE format('ALTER POLICY %I ON %I WITH CHECK ((%s) or (%s and %s <> %L))', p.policyname, p.tablename, p.qual, here,
        $q$(select coalesce(current_setting('ruhu.households', true), ''))$q$, '');
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- The policy looks at the household: the count of progress shall go on reading nothing but this index.
DROP INDEX "visit_tally";--> statement-breakpoint
CREATE INDEX "visit_tally" ON "visit" USING btree ("county","campaign","village","tally","submitted_on","household_id");
