-- The bot may not delete from the logs; the owner does it for it, and nobody before half a year has passed.
CREATE POLICY forgotten ON access_log FOR DELETE USING (county = (select current_setting('ruhu.county', true))
  and (select coalesce(current_setting('ruhu.program', true), '')) = 'yes' and at < now() - interval '180 days');--> statement-breakpoint
CREATE POLICY not_yet ON security_event AS RESTRICTIVE FOR DELETE USING (at < now() - interval '180 days');--> statement-breakpoint
CREATE FUNCTION ruhu_forget_log(log text, before timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone bigint;
BEGIN
  IF log NOT IN ('access_log', 'security_event') THEN
    RAISE EXCEPTION 'not a log: %', log;
  END IF;
  EXECUTE format('DELETE FROM %I WHERE county = current_setting(''ruhu.county'', true) AND at < $1', log) USING before;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION ruhu_forget_log(text, timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ruhu_forget_log(text, timestamptz) TO ruhu_app;
