-- Lets the application refresh the planner's statistics, which only a table's owner may. Without any the planner
-- takes the county, which all rows share, for selective, and reads a table over and over by the wrong index.
CREATE FUNCTION ruhu_analyse(tables text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename = any (tables) ORDER BY tablename LOOP
    EXECUTE format('ANALYZE %I', t);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION ruhu_analyse(text[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ruhu_analyse(text[]) TO ruhu_app;
