-- The county's own deadlines by category become part of its campaign's settings (设置 时限). What was no number of days
-- counted for nothing before and is left behind. The owner is held by row-level security, so it is lifted for this.
ALTER TABLE "setting" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "setting" c SET version = c.version + 1, value = c.value || jsonb_build_object('deadlineDays', d.days)
FROM (
  SELECT o.county, jsonb_object_agg(e.key, e.value) AS days
  FROM "setting" o CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(o.value) WHEN 'object' THEN o.value ELSE '{}' END) e
  WHERE o.key = 'problemDeadlines' AND e.value::text ~ '^[0-9]{1,3}$' AND e.value::text::int BETWEEN 1 AND 365
    AND e.key = ANY ('{education,medical,housing,water,income,assistance,relocation,industry,employment,safetyNet,satisfaction,policy,other}')
  GROUP BY o.county
) d
WHERE c.key = 'campaign' AND c.county = d.county AND NOT c.value ? 'deadlineDays';--> statement-breakpoint
DELETE FROM "setting" WHERE key = 'problemDeadlines';--> statement-breakpoint
ALTER TABLE "setting" FORCE ROW LEVEL SECURITY;
