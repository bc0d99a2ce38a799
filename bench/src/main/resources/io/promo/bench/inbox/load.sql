-- Brings in what run and delivery say, day by day as runs do: the one place here that knows what a row of message is made of.

INSERT INTO event_state (event_id, version, status, title, ends_at)
SELECT DISTINCT event_id, 2, status, 'Event ' || event, ends_at FROM run;

INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body, link, placeholders)
SELECT template_id, event_id, 2, 'en', '{{name}}, spring is here',
       'Hello {{name}}, everything for the garden is 20 % off: tools, pots, seeds and furniture. Come and see before the sun does.',
       'https://shop.example/spring', '{name}'
FROM run;

DO $$
DECLARE
    of_day integer;
BEGIN
    FOR of_day IN REVERSE (SELECT max(day) FROM run)..0 LOOP
        PERFORM ensure_partition((now() AT TIME ZONE 'UTC')::date - of_day);
        INSERT INTO message (message_id, user_id, event_id, dispatch_date, template_id, params, is_read, read_at, created_at)
        SELECT uuidv7(), user_id, event_id, dispatch_date, template_id, ARRAY['Customer ' || number],
               was_read, CASE WHEN was_read THEN dispatch_date + interval '18 hours' END, dispatch_date + interval '7 hours'
        FROM delivery
        WHERE day = of_day
        ORDER BY place, user_id;
    END LOOP;
END $$;

DROP VIEW delivery;
DROP TABLE run;
