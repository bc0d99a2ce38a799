-- Messages by delivery, ADR 19: what later runs of a week cost to write, what a page costs to read, and newest first are one
-- decision, the key of the table. The table message of earlier builds is copied, see V104.
-- Dispatch writes here and only so: promo_worker may INSERT into inbox_message and read the numbers of deliveries and
-- templates; promo_manager may INSERT into message_template and call open_delivery.

-- What brings messages to inboxes at once: the runs of an event's date, which make one delivery however often they are run,
-- or a test message.
CREATE TABLE delivery (
    -- Microseconds since 1970, UTC, when it began to reach inboxes; one more where another has that number. Its order is the
    -- order of lists, and inbox_message is partitioned by it.
    delivery_id   bigint      PRIMARY KEY,
    event_id      uuid        NOT NULL,
    dispatch_date date        NOT NULL,
    -- Null: for many. Else nobody else's list looks at it.
    user_id       uuid,
    -- Messages are live until then: the event's end, -infinity once it is cancelled, infinity while the inbox has not heard
    -- of the event, as its messages came first. A copy of event_state, so that a count need not read the states of all events there ever were.
    live_until    timestamptz NOT NULL DEFAULT 'infinity',
    UNIQUE (event_id, dispatch_date)
);
CREATE INDEX delivery_to_many ON delivery (delivery_id) INCLUDE (live_until) WHERE user_id IS NULL;
CREATE INDEX delivery_to_one ON delivery (user_id, delivery_id) WHERE user_id IS NOT NULL;
CREATE INDEX delivery_date ON delivery (dispatch_date);

-- Four bytes in each message instead of sixteen.
ALTER TABLE message_template ADD COLUMN template_no integer GENERATED ALWAYS AS IDENTITY UNIQUE;

DROP VIEW inbox_message;
CREATE TABLE inbox_message (
    delivery_id bigint      NOT NULL,
    user_id     uuid        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    read_at     timestamptz,
    template_no integer     NOT NULL,
    is_read     boolean     NOT NULL DEFAULT false,
    -- Values of the template's placeholders, in its order, with U+001F between them; null where it uses none.
    params      text,
    -- The one index: idempotency of the dispatch, the list, and the unread count. Each delivery writes pages of its own.
    PRIMARY KEY (delivery_id, user_id) INCLUDE (is_read)
) PARTITION BY RANGE (delivery_id);

-- The least number a delivery of that time can have.
CREATE FUNCTION delivery_number(at timestamptz) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (extract(epoch FROM at) * 1000000)::bigint;

CREATE FUNCTION delivery_number(utc_date date) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (utc_date - date '1970-01-01')::bigint * 86400000000;

-- Messages of deliveries below that number are no longer kept.
CREATE FUNCTION oldest_delivery() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE RETURN
    (SELECT delivery_number((now() AT TIME ZONE 'UTC')::date - retention_days) FROM inbox_settings);

-- What delivery.live_until is for an event in that status.
CREATE FUNCTION live_until(status text, ends_at timestamptz) RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE RETURN
    CASE status WHEN 'PUBLISHED' THEN ends_at WHEN 'EXPIRED' THEN least(ends_at, now()) ELSE '-infinity' END;

-- The partitions of inbox_message and the days, in UTC, of the deliveries each holds: from_date inclusive, to_date exclusive.
CREATE VIEW inbox_partition AS
SELECT c.relname::text AS name,
       date '1970-01-01' + (b.bound[1]::bigint / 86400000000)::integer AS from_date,
       date '1970-01-01' + (b.bound[2]::bigint / 86400000000)::integer AS to_date
FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
CROSS JOIN LATERAL regexp_match(pg_get_expr(c.relpartbound, c.oid), $$FROM \('([0-9]+)'\) TO \('([0-9]+)'\)$$) AS b(bound)
WHERE i.inhparent = 'inbox_message'::regclass;

-- Makes sure the partition for deliveries of the given day, in UTC, exists; returns its name. Partitions are aligned to
-- multiples of partition_days since Monday 2024-01-01, and cut short where one of another width already stands. Safe to call
-- at once from many sessions.
CREATE FUNCTION ensure_inbox_partition(for_date date) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    days  integer;
    first date;
    until date;
    part  text;
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
    EXECUTE format('CREATE TABLE %I (LIKE inbox_message INCLUDING ALL)', part);
    EXECUTE format('ALTER TABLE inbox_message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   part, delivery_number(first), delivery_number(until));
    -- A bulk-loaded partition is vacuumed after the run by inbox-api, or index-only scans are only a name.
    EXECUTE format('GRANT MAINTAIN ON %I TO promo_inbox', part);
    RETURN part;
END $$;

-- The number of the delivery of that event and date, which it makes, with its partition, where there is none. Raises PR001
-- when it, or where there is none the date, is older than the retention allows.
CREATE FUNCTION open_delivery(for_event uuid, for_date date, to_user uuid DEFAULT NULL) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    number bigint;
BEGIN
    SELECT delivery_id INTO number FROM delivery WHERE event_id = for_event AND dispatch_date = for_date;
    IF NOT FOUND THEN
        PERFORM lock_deliveries();
        SELECT delivery_id INTO number FROM delivery WHERE event_id = for_event AND dispatch_date = for_date;
    END IF;
    IF coalesce(number < oldest_delivery(), for_date < oldest_dispatch_date()) THEN
        RAISE EXCEPTION 'dispatch date % is older than the retention', for_date USING ERRCODE = 'PR001';
    END IF;
    IF number IS NOT NULL THEN
        -- Where the retention was made longer, its partition may have been dropped.
        PERFORM ensure_inbox_partition(date '1970-01-01' + (number / 86400000000)::integer);
        RETURN number;
    END IF;
    SELECT greatest(delivery_number(clock_timestamp()), max(delivery_id) + 1) INTO number FROM delivery;
    PERFORM ensure_inbox_partition(date '1970-01-01' + (number / 86400000000)::integer);
    INSERT INTO delivery (delivery_id, event_id, dispatch_date, user_id, live_until)
    VALUES (number, for_event, for_date, to_user,
            coalesce((SELECT live_until(status, ends_at) FROM event_state WHERE event_id = for_event), 'infinity'));
    RETURN number;
END $$;

-- Until the transaction ends no other makes a delivery or says what becomes of an event: neither misses the other.
CREATE FUNCTION lock_deliveries() RETURNS void
    LANGUAGE sql BEGIN ATOMIC SELECT pg_advisory_xact_lock(hashtext('promo.delivery')); END;

-- Delivers one message of a template that is marked as a test, and of no other: whoever may call this can try an event out
-- on one user, and nothing else.
CREATE FUNCTION deliver_test(to_user uuid, for_date date, template uuid, param_values text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    test_event uuid;
    number     integer;
BEGIN
    SELECT event_id, template_no INTO test_event, number
    FROM message_template WHERE template_id = deliver_test.template AND test_of IS NOT NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'template % is not marked as a test', deliver_test.template;
    END IF;
    -- Before the statement that inserts: a partition cannot come to a table in use.
    PERFORM open_delivery(test_event, for_date, to_user);
    INSERT INTO inbox_message (delivery_id, user_id, template_no, params)
    SELECT delivery_id, to_user, number, param_values
    FROM delivery WHERE event_id = test_event AND dispatch_date = for_date;
END $$;

-- Detaches and drops the oldest partition of which nothing is kept any longer, and forgets its deliveries; returns its name,
-- null when there is none. One at a time, so that the exclusive lock on inbox_message is short; gives up (55P03) rather than
-- let readers queue behind a wait for it.
CREATE FUNCTION drop_expired_inbox_partition() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
    part  text;
    until date;
BEGIN
    SELECT name, to_date INTO part, until FROM inbox_partition
    WHERE delivery_number(to_date) <= oldest_delivery() ORDER BY from_date LIMIT 1;
    IF part IS NOT NULL THEN
        EXECUTE format('ALTER TABLE inbox_message DETACH PARTITION %I', part);
        EXECUTE format('DROP TABLE %I', part);
        -- A date that can still be dispatched keeps its delivery, so that nobody gets it again.
        DELETE FROM delivery
        WHERE delivery_id < delivery_number(until) AND dispatch_date < oldest_dispatch_date();
        DELETE FROM partition_vacuum_due WHERE name = part;
    END IF;
    RETURN part;
END $$;

-- Partitions that have taken in a run since they were last vacuumed.
CREATE TABLE partition_vacuum_due (
    name      text        PRIMARY KEY,
    due_since timestamptz NOT NULL DEFAULT now()
);

-- Whether a row was there for whom that snapshot was taken. xmin has 32 bits: the epoch is the one in which it lies less than
-- 2^32 transactions back. What a restored database has inserted anew was not there.
CREATE FUNCTION was_visible(inserted xid, seen pg_snapshot) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE RETURN
    (SELECT pg_visible_in_snapshot((CASE WHEN this_epoch >= next THEN this_epoch - 4294967296 ELSE this_epoch END)::text::xid8, seen)
     FROM (SELECT inserted::text::numeric + div(next, 4294967296) * 4294967296 AS this_epoch, next
           FROM (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::numeric AS next) n) e);

-- For operators: event, template and params beside each row. Renders nothing.
CREATE VIEW inbox_message_detail AS
SELECT m.user_id, d.event_id, d.dispatch_date, t.template_id, t.locale, t.subject, t.body, t.link, t.placeholders,
       string_to_array(m.params, U&'\001F') AS params, m.is_read, m.read_at, m.created_at, m.delivery_id
FROM inbox_message m JOIN delivery d USING (delivery_id) JOIN message_template t USING (template_no);

REVOKE ALL ON FUNCTION ensure_inbox_partition(date), open_delivery(uuid, date, uuid), lock_deliveries(),
    deliver_test(uuid, date, uuid, text), drop_expired_inbox_partition() FROM PUBLIC;

GRANT SELECT ON inbox_message_detail, inbox_partition TO promo_inbox;
GRANT SELECT, UPDATE, DELETE ON inbox_message TO promo_inbox;
GRANT SELECT, UPDATE (live_until), DELETE ON delivery TO promo_inbox;
GRANT SELECT, INSERT, UPDATE, DELETE ON partition_vacuum_due TO promo_inbox;
GRANT EXECUTE ON FUNCTION ensure_inbox_partition(date), lock_deliveries(), drop_expired_inbox_partition() TO promo_inbox;

GRANT INSERT ON inbox_message TO promo_worker;
GRANT SELECT (delivery_id, event_id, dispatch_date) ON delivery TO promo_worker;
GRANT SELECT (template_id, template_no) ON message_template TO promo_worker;
GRANT EXECUTE ON FUNCTION open_delivery(uuid, date, uuid), deliver_test(uuid, date, uuid, text) TO promo_manager;
