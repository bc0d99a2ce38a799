-- What a run may do after its event's end, and who unsubscribed before their chunk was written.

-- Somebody asked for the run to go on after the end of its event; each time anew.
ALTER TABLE run ADD COLUMN after_end boolean NOT NULL DEFAULT false;

-- Customers of the audience who had unsubscribed by the time their chunk was written: they got nothing.
ALTER TABLE run ADD COLUMN unsubscribed bigint NOT NULL DEFAULT 0;
ALTER TABLE run_partition ADD COLUMN unsubscribed bigint NOT NULL DEFAULT 0;

-- Who they are, so that it can be explained. Written in the chunk's metadata transaction. No foreign key: its check would
-- lock the run, which the manager may hold while it waits for the worker's claim. Goes with the run's partitions.
CREATE TABLE run_unsubscribed (
    user_id    uuid        NOT NULL,
    run_id     uuid        NOT NULL,
    -- When the chunk was recorded that passed by the customer.
    passed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, run_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON run_unsubscribed TO promo_dispatch;
