-- A partition of inbox_message made from now on has four subpartitions, a quarter of all user ids each, ADR 20: workers write the
-- quarters of an audience at once, each at the right edge of an index of its own. In one index only the last of them writes
-- there; the others split pages in the middle and leave half of each empty.
CREATE OR REPLACE FUNCTION ensure_inbox_partition(for_date date) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    days  integer;
    first date;
    until date;
    part  text;
    bound text[] := ARRAY['MINVALUE', '''40000000-0000-0000-0000-000000000000''', '''80000000-0000-0000-0000-000000000000''',
                          '''c0000000-0000-0000-0000-000000000000''', 'MAXVALUE'];
BEGIN
    SELECT partition_days INTO STRICT days FROM inbox_settings;
    SELECT name INTO part FROM inbox_partition WHERE for_date >= from_date AND for_date < to_date;
    IF FOUND THEN
        RETURN part;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('promo.ensure_inbox_partition'));
    SELECT name INTO part FROM inbox_partition WHERE for_date >= from_date AND for_date < to_date;
    IF FOUND THEN
        RETURN part;
    END IF;
    -- floor division, also for dates before the epoch
    first := date '2024-01-01' + days * floor((for_date - date '2024-01-01')::numeric / days)::integer;
    until := first + days;
    SELECT greatest(first, max(to_date) FILTER (WHERE to_date <= for_date)),
           least(until, min(from_date) FILTER (WHERE from_date > for_date))
        INTO first, until FROM inbox_partition;
    part := 'inbox_message_' || to_char(first, 'YYYYMMDD');
    -- Attached, not created in place: CREATE TABLE … PARTITION OF would lock inbox_message exclusively, and with it every
    -- reader and writer that comes after.
    EXECUTE format('CREATE TABLE %I (LIKE inbox_message INCLUDING ALL) PARTITION BY RANGE (user_id)', part);
    FOR quarter IN 1..4 LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%s) TO (%s)',
                       part || '_' || quarter, part, bound[quarter], bound[quarter + 1]);
        -- A bulk-loaded partition is vacuumed after the run by inbox-api, or index-only scans are only a name.
        EXECUTE format('GRANT MAINTAIN ON %I TO promo_inbox', part || '_' || quarter);
    END LOOP;
    EXECUTE format('GRANT MAINTAIN ON %I TO promo_inbox', part);
    EXECUTE format('ALTER TABLE inbox_message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   part, delivery_number(first), delivery_number(until));
    RETURN part;
END $$;
