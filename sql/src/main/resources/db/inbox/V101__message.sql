-- The inbox: messages, their templates, the state of their events, preferences. Owner: inbox-api.
-- Dispatch writes here and only so: promo_worker may INSERT into message; promo_manager may INSERT into
-- message_template and call ensure_partition.

CREATE TABLE message_template (
    template_id   uuid        PRIMARY KEY,
    event_id      uuid        NOT NULL,
    event_version bigint      NOT NULL,
    locale        text        NOT NULL,
    subject       text        NOT NULL,
    body          text        NOT NULL,
    link          text,
    -- The placeholders the subject and body really use, in the order of message.params.
    placeholders  text[]      NOT NULL DEFAULT '{}',
    -- Not null: a test message of that event, sent to one user by hand. Its messages carry an event id of their own,
    -- so a test never stands in the way of the real thing.
    test_of       uuid,
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE message (
    -- UUIDv8: the dispatch date in its leading bits, the rest a hash of (user, event): a replay makes the same id.
    message_id    uuid        NOT NULL,
    user_id       uuid        NOT NULL,
    event_id      uuid        NOT NULL,
    dispatch_date date        NOT NULL,
    template_id   uuid        NOT NULL,
    -- Values of the template's placeholders, in the template's order; null where it uses none.
    params        text[],
    is_read       boolean     NOT NULL DEFAULT false,
    read_at       timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    -- The one index: idempotency of the dispatch, the list, and the unread count.
    PRIMARY KEY (user_id, event_id, dispatch_date) INCLUDE (is_read)
) PARTITION BY RANGE (dispatch_date);

-- How wide partitions are, how long messages are kept, and the key the cursors of lists are signed with, which every
-- instance of inbox-api shares. One row. partition_days holds for partitions made from now on.
CREATE TABLE inbox_settings (
    only_row       boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    partition_days integer NOT NULL DEFAULT 7  CHECK (partition_days BETWEEN 1 AND 31),
    retention_days integer NOT NULL DEFAULT 90 CHECK (retention_days BETWEEN 1 AND 3650),
    cursor_key     bytea   NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                                    CHECK (octet_length(cursor_key) >= 32)
);
INSERT INTO inbox_settings DEFAULT VALUES;

-- The partitions of message and the dispatch dates each holds: from_date inclusive, to_date exclusive.
CREATE VIEW message_partition AS
SELECT c.relname::text AS name, b.bound[1]::date AS from_date, b.bound[2]::date AS to_date
FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
CROSS JOIN LATERAL regexp_match(pg_get_expr(c.relpartbound, c.oid), $$FROM \('([0-9-]+)'\) TO \('([0-9-]+)'\)$$) AS b(bound)
WHERE i.inhparent = 'message'::regclass;

-- Makes sure the partition for the given dispatch date exists; returns its name. Partitions are aligned to
-- multiples of partition_days since Monday 2024-01-01, and cut short where one of another width already stands.
-- Safe to call at once from many sessions. Raises PR001 when the date is older than the retention allows.
CREATE FUNCTION ensure_partition(for_date date) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    days      integer;
    retention integer;
    first     date;
    until     date;
    part      text;
BEGIN
    SELECT partition_days, retention_days INTO STRICT days, retention FROM inbox_settings;
    IF for_date < (now() AT TIME ZONE 'UTC')::date - retention THEN
        RAISE EXCEPTION 'dispatch date % is older than the retention of % days', for_date, retention USING ERRCODE = 'PR001';
    END IF;
    SELECT name INTO part FROM message_partition WHERE for_date >= from_date AND for_date < to_date;
    IF FOUND THEN
        RETURN part;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('promo.ensure_partition'));
    SELECT name INTO part FROM message_partition WHERE for_date >= from_date AND for_date < to_date;
    IF FOUND THEN
        RETURN part;
    END IF;
    -- floor division, also for dates before the epoch
    first := date '2024-01-01' + days * floor((for_date - date '2024-01-01')::numeric / days)::integer;
    until := first + days;
    SELECT greatest(first, max(to_date) FILTER (WHERE to_date <= for_date)),
           least(until, min(from_date) FILTER (WHERE from_date > for_date))
        INTO first, until FROM message_partition;
    part := 'message_' || to_char(first, 'YYYYMMDD');
    -- Attached, not created in place: CREATE TABLE … PARTITION OF would lock message exclusively, and with it every
    -- reader and writer that comes after.
    EXECUTE format('CREATE TABLE %I (LIKE message INCLUDING ALL)', part);
    EXECUTE format('ALTER TABLE message ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part, first, until);
    -- A bulk-loaded partition is vacuumed after the run by inbox-api, or index-only scans are only a name.
    EXECUTE format('GRANT MAINTAIN ON %I TO promo_inbox', part);
    RETURN part;
END $$;
REVOKE ALL ON FUNCTION ensure_partition(date) FROM PUBLIC;

-- The oldest dispatch date that is kept, hence may still be dispatched.
CREATE FUNCTION oldest_dispatch_date() RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (now() AT TIME ZONE 'UTC')::date - retention_days FROM inbox_settings
$$;
REVOKE ALL ON FUNCTION oldest_dispatch_date() FROM PUBLIC;

-- Delivers one message of a template that is marked as a test, and of no other: whoever may call this can try an event out
-- on one user, and nothing else.
CREATE FUNCTION deliver_test(message uuid, for_user uuid, for_date date, template uuid, param_values text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM ensure_partition(for_date);
    INSERT INTO message (message_id, user_id, event_id, dispatch_date, template_id, params)
    SELECT deliver_test.message, for_user, t.event_id, for_date, t.template_id, param_values
    FROM message_template t WHERE t.template_id = deliver_test.template AND t.test_of IS NOT NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'template % is not marked as a test', deliver_test.template;
    END IF;
END $$;
REVOKE ALL ON FUNCTION deliver_test(uuid, uuid, date, uuid, text[]) FROM PUBLIC;

-- Detaches and drops the oldest partition of which no date is kept any longer; returns its name, null when there is
-- none. One at a time, so that the exclusive lock on message is short; gives up (55P03) rather than let readers queue
-- behind a wait for it.
CREATE FUNCTION drop_expired_partition() RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
    part text;
BEGIN
    SELECT p.name INTO part
    FROM message_partition p, inbox_settings s
    WHERE p.to_date <= (now() AT TIME ZONE 'UTC')::date - s.retention_days
    ORDER BY p.from_date LIMIT 1;
    IF part IS NOT NULL THEN
        EXECUTE format('ALTER TABLE message DETACH PARTITION %I', part);
        EXECUTE format('DROP TABLE %I', part);
    END IF;
    RETURN part;
END $$;
REVOKE ALL ON FUNCTION drop_expired_partition() FROM PUBLIC;

-- Dispatch dates whose partition has taken in a run since it was last vacuumed.
CREATE TABLE vacuum_due (
    dispatch_date date        PRIMARY KEY,
    due_since     timestamptz NOT NULL DEFAULT now()
);

-- For operators: template and params beside each row. Renders nothing.
CREATE VIEW inbox_message AS
SELECT m.message_id, m.user_id, m.event_id, m.dispatch_date, t.locale, t.subject, t.body, t.link, t.placeholders, m.params,
       m.is_read, m.read_at, m.created_at
FROM message m JOIN message_template t USING (template_id);

CREATE TABLE event_state (
    event_id uuid        PRIMARY KEY,
    version  bigint      NOT NULL,
    status   text        NOT NULL CHECK (status IN ('PUBLISHED', 'EXPIRED', 'CANCELLED')),
    title    text        NOT NULL,
    ends_at  timestamptz NOT NULL
);

-- How first reads are sorted by the seconds that passed since the message came: bucket n counts those below bound n+1 and
-- not below bound n; the last one, below no bound, what took longest.
CREATE FUNCTION read_bounds() RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    ARRAY[60, 300, 900, 1800, 3600, 7200, 14400, 28800, 43200, 86400, 172800, 259200, 604800, 1209600, 2592000];

-- First reads per event and day by time to read, in 16 shards so that readers do not queue on one row. Counted in the
-- reader's transaction; outlives the messages.
CREATE TABLE read_counter (
    event_id      uuid     NOT NULL,
    dispatch_date date     NOT NULL,
    bucket        smallint NOT NULL CHECK (bucket BETWEEN 0 AND cardinality(read_bounds())),
    shard         smallint NOT NULL CHECK (shard BETWEEN 0 AND 15),
    reads         bigint   NOT NULL DEFAULT 0,
    PRIMARY KEY (event_id, dispatch_date, bucket, shard)
);

-- What each run had brought when it last ended. Outlives the messages.
CREATE TABLE dispatched_run (
    event_id      uuid     NOT NULL,
    dispatch_date date     NOT NULL,
    generation    integer  NOT NULL,
    delivered     bigint   NOT NULL,
    inserted      bigint   NOT NULL,
    PRIMARY KEY (event_id, dispatch_date, generation)
);
CREATE INDEX dispatched_run_date ON dispatched_run (dispatch_date);

CREATE TABLE preference (
    user_id      uuid        PRIMARY KEY,
    unsubscribed boolean     NOT NULL DEFAULT false,
    version      bigint      NOT NULL DEFAULT 1,
    updated_at   timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT ON message_template, inbox_message, inbox_settings, message_partition TO promo_inbox;
GRANT SELECT, UPDATE, DELETE ON message TO promo_inbox;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_state, read_counter, dispatched_run, preference, vacuum_due TO promo_inbox;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox, outbox_lane, consumed_event, shedlock TO promo_inbox;
GRANT EXECUTE ON FUNCTION ensure_partition(date), drop_expired_partition() TO promo_inbox;

GRANT INSERT ON message TO promo_worker;
GRANT INSERT ON message_template TO promo_manager;
GRANT EXECUTE ON FUNCTION ensure_partition(date), oldest_dispatch_date(), deliver_test(uuid, uuid, date, uuid, text[])
    TO promo_manager;
