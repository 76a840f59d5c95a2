-- What is asked in a group is answered from its own unit. ruhu.villages is narrowed for that (db/scope.ts); a problem
-- is also seen by the unit it was given to, so the group's unit is held against it here:
--   ruhu.room   the group's unit by code and name and its villages, with commas; 'nowhere' while it is bound to none;
--               empty outside of groups
CREATE POLICY within_room ON problem AS RESTRICTIVE FOR SELECT USING (
  (select coalesce(current_setting('ruhu.room', true), '')) = ''
  or coalesce(village, township) = any ((select string_to_array(current_setting('ruhu.room', true), ','))::text[])
  or lead_unit = any ((select string_to_array(current_setting('ruhu.room', true), ','))::text[]));
