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

-- How wide partitions are and how long messages are kept. One row.
CREATE TABLE inbox_settings (
    only_row       boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    partition_days integer NOT NULL DEFAULT 7  CHECK (partition_days BETWEEN 1 AND 31),
    retention_days integer NOT NULL DEFAULT 90 CHECK (retention_days BETWEEN 1 AND 3650)
);
INSERT INTO inbox_settings DEFAULT VALUES;

-- Makes sure the partition for the given dispatch date exists; returns its name. Partitions are aligned to
-- multiples of partition_days since Monday 2024-01-01. Safe to call at once from many sessions.
-- Raises PR001 when the date is older than the retention allows.
CREATE FUNCTION ensure_partition(for_date date) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    days       integer;
    retention  integer;
    from_date  date;
    to_date    date;
    part       text;
BEGIN
    SELECT partition_days, retention_days INTO STRICT days, retention FROM inbox_settings;
    IF for_date < (now() AT TIME ZONE 'UTC')::date - retention THEN
        RAISE EXCEPTION 'dispatch date % is older than the retention of % days', for_date, retention USING ERRCODE = 'PR001';
    END IF;
    -- floor division, also for dates before the epoch
    from_date := date '2024-01-01' + days * floor((for_date - date '2024-01-01')::numeric / days)::integer;
    to_date := from_date + days;
    part := 'message_' || to_char(from_date, 'YYYYMMDD');
    IF to_regclass(part) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('promo.ensure_partition'));
        IF to_regclass(part) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF message FOR VALUES FROM (%L) TO (%L)', part, from_date, to_date);
            -- A bulk-loaded partition is vacuumed after the run by inbox-api, or index-only scans are only a name.
            EXECUTE format('GRANT MAINTAIN ON %I TO promo_inbox', part);
        END IF;
    END IF;
    RETURN part;
END $$;
REVOKE ALL ON FUNCTION ensure_partition(date) FROM PUBLIC;

-- Detaches and drops every partition that ends on or before the oldest date kept; returns their names.
CREATE FUNCTION drop_expired_partitions() RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    days      integer;
    retention integer;
    part      record;
BEGIN
    SELECT partition_days, retention_days INTO STRICT days, retention FROM inbox_settings;
    FOR part IN
        SELECT c.relname, to_date(right(c.relname, 8), 'YYYYMMDD') AS from_date
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'message'::regclass AND c.relname ~ '^message_\d{8}$'
        ORDER BY 1
    LOOP
        IF part.from_date + days <= (now() AT TIME ZONE 'UTC')::date - retention THEN
            EXECUTE format('ALTER TABLE message DETACH PARTITION %I', part.relname);
            EXECUTE format('DROP TABLE %I', part.relname);
            RETURN NEXT part.relname;
        END IF;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION drop_expired_partitions() FROM PUBLIC;

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

-- Reads per event and day, in 16 shards so that readers do not queue on one row. delta in the reader's transaction.
CREATE TABLE read_counter (
    event_id      uuid     NOT NULL,
    dispatch_date date     NOT NULL,
    shard         smallint NOT NULL CHECK (shard BETWEEN 0 AND 15),
    reads         bigint   NOT NULL DEFAULT 0,
    PRIMARY KEY (event_id, dispatch_date, shard)
);

CREATE TABLE preference (
    user_id      uuid        PRIMARY KEY,
    unsubscribed boolean     NOT NULL DEFAULT false,
    version      bigint      NOT NULL DEFAULT 1,
    updated_at   timestamptz NOT NULL DEFAULT now()
);

GRANT SELECT ON message_template, inbox_message, inbox_settings TO promo_inbox;
GRANT SELECT, UPDATE, DELETE ON message TO promo_inbox;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_state, read_counter, preference TO promo_inbox;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox, outbox_lane, consumed_event, shedlock TO promo_inbox;
GRANT EXECUTE ON FUNCTION ensure_partition(date), drop_expired_partitions() TO promo_inbox;

GRANT INSERT ON message TO promo_worker;
GRANT INSERT ON message_template TO promo_manager;
GRANT EXECUTE ON FUNCTION ensure_partition(date) TO promo_manager;
