-- The calendar: events, their audit trail, and the memory of idempotent requests. Owner: calendar-api.

CREATE TABLE promotion_event (
    event_id          uuid        PRIMARY KEY DEFAULT uuidv7(),
    title             text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    description       text        NOT NULL DEFAULT '',
    promotion_package jsonb       NOT NULL,
    audience          jsonb       NOT NULL,
    start_datetime    timestamptz NOT NULL,
    end_datetime      timestamptz NOT NULL,
    time_zone         text        NOT NULL,
    -- Local time in time_zone at which a date is due; null: the local time of start_datetime.
    dispatch_time     time,
    -- Rows per second and run across all workers; null: as fast as it goes.
    max_rate          integer     CHECK (max_rate > 0),
    status            text        NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'PUBLISHED', 'EXPIRED', 'CANCELLED')),
    version           bigint      NOT NULL DEFAULT 1,
    created_by        text        NOT NULL,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_by        text        NOT NULL,
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CHECK (end_datetime > start_datetime)
);
-- Serves the list (newest window first, keyset cursor) and window filters.
CREATE INDEX promotion_event_window ON promotion_event (start_datetime DESC, event_id DESC);
-- Serves expiry: published events whose end has passed.
CREATE INDEX promotion_event_expiring ON promotion_event (end_datetime) WHERE status = 'PUBLISHED';

CREATE TABLE event_audit (
    audit_id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    actor       text        NOT NULL,
    action      text        NOT NULL CHECK (action IN ('CREATE', 'EDIT', 'PUBLISH', 'CANCEL', 'EXPIRE', 'DELETE', 'COPY')),
    from_status text,
    to_status   text,
    version     bigint      NOT NULL,
    -- {"field": {"from": …, "to": …}} for every field that changed
    changes     jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX event_audit_event ON event_audit (event_id, audit_id);

CREATE TABLE idempotency_key (
    actor        text        NOT NULL,
    key          text        NOT NULL CHECK (length(key) <= 255),
    request_hash bytea       NOT NULL,
    status       integer,
    headers      jsonb,
    body         jsonb,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);

-- One row. The key signs cursors, so every instance accepts every other's.
CREATE TABLE calendar_settings (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    cursor_key bytea   NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
                                CHECK (octet_length(cursor_key) >= 32)
);
INSERT INTO calendar_settings DEFAULT VALUES;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO promo_calendar;
REVOKE ALL ON flyway_schema_history FROM promo_calendar;
