-- Copies the table message of earlier builds into inbox_message while their processes still read and write it: triggers repeat
-- what they do, copy_messages takes over what was there before, in steps, each a short transaction. Once no process of an
-- earlier build runs any longer, drop_copied_messages() takes it all away again.

-- How far the copy is. Rows that come later stand behind and are repeated by the triggers.
CREATE TABLE message_copy (
    partition text    PRIMARY KEY,
    next_page integer,
    done      boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN message_copy.next_page IS
    'Heap page to go on at; null: the deliveries of the partition are not known yet; -1: there may be writers who do not know them.';

-- Customers whose messages were deleted while the copy was under way: it may have read them before.
CREATE TABLE message_copy_erased (user_id uuid PRIMARY KEY);

CREATE FUNCTION copied_params(params text[]) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_to_string(params, U&'\001F', '');

-- Makes the deliveries of a partition's messages, in the order in which their first messages came.
CREATE FUNCTION copy_deliveries(part text) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    run    record;
    number bigint;
BEGIN
    FOR run IN EXECUTE format(
        'SELECT m.event_id, m.dispatch_date, min(m.created_at) AS began, (array_agg(m.user_id) FILTER (WHERE t.test_of IS NOT NULL))[1] AS to_user
         FROM %I m LEFT JOIN message_template t USING (template_id)
         WHERE NOT EXISTS (SELECT FROM delivery d WHERE d.event_id = m.event_id AND d.dispatch_date = m.dispatch_date)
         GROUP BY m.event_id, m.dispatch_date ORDER BY began', part)
    LOOP
        -- Not before all messages are looked at, which takes a while.
        PERFORM lock_deliveries();
        number := delivery_number(run.began);
        WHILE EXISTS (SELECT FROM delivery WHERE delivery_id = number) LOOP
            number := number + 1;
        END LOOP;
        PERFORM ensure_inbox_partition(date '1970-01-01' + (number / 86400000000)::integer);
        INSERT INTO delivery (delivery_id, event_id, dispatch_date, user_id, live_until)
        VALUES (number, run.event_id, run.dispatch_date, run.to_user,
                coalesce((SELECT live_until(status, ends_at) FROM event_state s WHERE s.event_id = run.event_id), 'infinity'))
        ON CONFLICT (event_id, dispatch_date) DO NOTHING;
    END LOOP;
END $$;

-- Copies that many heap pages more. Returns how many pages are left; null once all is done.
CREATE FUNCTION copy_messages(pages integer) RETURNS bigint
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    part  text;
    first integer;
    size  integer;
    rest  bigint;
BEGIN
    SELECT partition, next_page INTO part, first FROM message_copy WHERE NOT done ORDER BY partition LIMIT 1 FOR UPDATE;
    IF NOT FOUND THEN
        -- Read by a step that began before they were deleted.
        DELETE FROM inbox_message i USING message_copy_erased e
        WHERE i.user_id = e.user_id AND i.delivery_id IN (SELECT delivery_id FROM delivery)
          AND NOT EXISTS (SELECT FROM message m JOIN delivery d USING (event_id, dispatch_date)
                          WHERE m.user_id = i.user_id AND d.delivery_id = i.delivery_id);
        INSERT INTO partition_vacuum_due (name) SELECT name FROM inbox_partition ON CONFLICT DO NOTHING;
        RETURN NULL;
    END IF;
    IF to_regclass(part) IS NULL THEN
        UPDATE message_copy SET done = true WHERE partition = part;
    ELSIF first IS NULL THEN
        PERFORM copy_deliveries(part);
        UPDATE message_copy SET next_page = -1 WHERE partition = part;
    ELSIF first < 0 THEN
        -- Waits for those whose triggers did not see the deliveries; what they do is there for the next step to copy.
        LOCK TABLE message IN SHARE MODE;
        UPDATE message_copy SET next_page = 0 WHERE partition = part;
    ELSE
        EXECUTE format(
            'INSERT INTO inbox_message (delivery_id, user_id, created_at, read_at, template_no, is_read, params)
             SELECT d.delivery_id, m.user_id, m.created_at, m.read_at, t.template_no, m.is_read, copied_params(m.params)
             FROM %I m JOIN delivery d USING (event_id, dispatch_date) JOIN message_template t USING (template_id)
             WHERE m.ctid >= %L AND m.ctid < %L ON CONFLICT DO NOTHING',
            part, format('(%s,0)', first), format('(%s,0)', first + pages));
        size := pg_relation_size(part::regclass) / current_setting('block_size')::integer;
        UPDATE message_copy SET next_page = first + pages, done = first + pages >= size WHERE partition = part;
    END IF;
    SELECT coalesce(sum(greatest(0, pg_relation_size(to_regclass(partition)) / current_setting('block_size')::integer
                                    - greatest(0, next_page))), 0)
        INTO rest FROM message_copy WHERE NOT done;
    RETURN rest;
END $$;

CREATE FUNCTION repeat_inserted_messages() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM open_delivery(r.event_id, r.dispatch_date, r.to_user)
    FROM (SELECT n.event_id, n.dispatch_date, (array_agg(n.user_id) FILTER (WHERE t.test_of IS NOT NULL))[1] AS to_user
          FROM inserted n JOIN message_template t USING (template_id) GROUP BY n.event_id, n.dispatch_date) AS r;
    INSERT INTO inbox_message (delivery_id, user_id, created_at, template_no, params)
    SELECT d.delivery_id, n.user_id, n.created_at, t.template_no, copied_params(n.params)
    FROM inserted n JOIN delivery d USING (event_id, dispatch_date) JOIN message_template t USING (template_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER repeat_inserted AFTER INSERT ON message REFERENCING NEW TABLE AS inserted
    FOR EACH STATEMENT EXECUTE FUNCTION repeat_inserted_messages();

-- Marks the copy as its original is marked. Where the copy is not there yet it is made; where a step makes it at the same
-- time, the insert waits for that and the marks are set after it.
CREATE FUNCTION repeat_marked_messages() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    FOR attempt IN 1..2 LOOP
        UPDATE inbox_message i SET is_read = n.is_read, read_at = n.read_at
        FROM marked n JOIN delivery d USING (event_id, dispatch_date)
        WHERE i.user_id = n.user_id AND i.delivery_id = d.delivery_id
          AND (i.is_read, i.read_at) IS DISTINCT FROM (n.is_read, n.read_at);
        INSERT INTO inbox_message (delivery_id, user_id, created_at, read_at, template_no, is_read, params)
        SELECT d.delivery_id, n.user_id, n.created_at, n.read_at, t.template_no, n.is_read, copied_params(n.params)
        FROM marked n JOIN delivery d USING (event_id, dispatch_date) JOIN message_template t USING (template_id)
        ON CONFLICT DO NOTHING;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER repeat_marked AFTER UPDATE ON message REFERENCING NEW TABLE AS marked
    FOR EACH STATEMENT EXECUTE FUNCTION repeat_marked_messages();

CREATE FUNCTION repeat_deleted_messages() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM inbox_message i USING deleted n JOIN delivery d USING (event_id, dispatch_date)
    WHERE i.user_id = n.user_id AND i.delivery_id = d.delivery_id;
    INSERT INTO message_copy_erased SELECT DISTINCT user_id FROM deleted ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER repeat_deleted AFTER DELETE ON message REFERENCING OLD TABLE AS deleted
    FOR EACH STATEMENT EXECUTE FUNCTION repeat_deleted_messages();

-- Processes of earlier builds know of events only by event_state.
CREATE FUNCTION repeat_event_state() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM lock_deliveries();
    UPDATE delivery SET live_until = live_until(NEW.status, NEW.ends_at) WHERE event_id = NEW.event_id;
    RETURN NULL;
END $$;
CREATE TRIGGER repeat_event_state AFTER INSERT OR UPDATE ON event_state
    FOR EACH ROW EXECUTE FUNCTION repeat_event_state();

-- Takes away what earlier builds read and write, with all messages in it, and the copying. For once none of them runs.
CREATE FUNCTION drop_copied_messages() RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM message_copy WHERE NOT done) THEN
        RAISE EXCEPTION 'not all messages are copied: run the migration program first';
    END IF;
    DROP TRIGGER repeat_event_state ON event_state;
    DROP VIEW message_partition;
    DROP TABLE message, message_copy, message_copy_erased, vacuum_due;
    DROP FUNCTION ensure_partition(date), drop_expired_partition(), deliver_test(uuid, uuid, date, uuid, text[]),
        copied_params(text[]), copy_deliveries(text), copy_messages(integer), repeat_inserted_messages(),
        repeat_marked_messages(), repeat_deleted_messages(), repeat_event_state(), drop_copied_messages();
END $$;

REVOKE ALL ON FUNCTION copy_deliveries(text), copy_messages(integer), drop_copied_messages() FROM PUBLIC;

-- Now that whatever comes is repeated; a partition made from now on is empty.
INSERT INTO message_copy (partition) SELECT name FROM message_partition;

-- A new database has nothing to copy.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM message) AND NOT EXISTS (SELECT FROM message_partition)
        AND NOT EXISTS (SELECT FROM message_template) AND NOT EXISTS (SELECT FROM event_state) THEN
        PERFORM drop_copied_messages();
    END IF;
END $$;
