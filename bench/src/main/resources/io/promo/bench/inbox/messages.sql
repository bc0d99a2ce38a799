-- Fills the inbox for promo bench inbox. Expects the logged-in customers in shopper; :customers is how many there are with them.

CREATE TEMP TABLE customer AS
SELECT row_number() OVER (ORDER BY user_id) AS number, user_id
FROM (SELECT user_id FROM shopper
      UNION ALL
      SELECT md5('customer ' || n)::uuid FROM generate_series(1, :customers - (SELECT count(*) FROM shopper)) AS n) AS everyone
ORDER BY user_id;

CREATE TEMP TABLE run AS
SELECT event, day, (now() AT TIME ZONE 'UTC')::date - day AS dispatch_date,
       md5('event ' || event)::uuid AS event_id, md5('run ' || event || ' ' || day)::uuid AS template_id
FROM generate_series(0, 5) AS event, generate_series(0, 59) AS day;

INSERT INTO event_state (event_id, version, status, title, ends_at)
SELECT DISTINCT event_id, 2, CASE event WHEN 4 THEN 'CANCELLED' WHEN 5 THEN 'EXPIRED' ELSE 'PUBLISHED' END,
       'Event ' || event, now() + CASE event WHEN 5 THEN interval '-1 day' ELSE interval '30 days' END
FROM run;

INSERT INTO message_template (template_id, event_id, event_version, locale, subject, body, link, placeholders)
SELECT template_id, event_id, 2, 'en', '{{name}}, spring is here',
       'Hello {{name}}, everything for the garden is 20 % off: tools, pots, seeds and furniture. Come and see before the sun does.',
       'https://shop.example/spring', '{name}'
FROM run;

-- A day's runs reach every other customer, and each of them by one event.
DO $$
DECLARE
    of_day integer;
BEGIN
    FOR of_day IN REVERSE 59..0 LOOP
        PERFORM ensure_partition((now() AT TIME ZONE 'UTC')::date - of_day);
        INSERT INTO message (message_id, user_id, event_id, dispatch_date, template_id, params, is_read, read_at, created_at)
        SELECT uuidv7(), c.user_id, r.event_id, r.dispatch_date, r.template_id, ARRAY['Customer ' || c.number],
               h.was_read, CASE WHEN h.was_read THEN r.dispatch_date + interval '18 hours' END, r.dispatch_date + interval '7 hours'
        FROM customer c
        CROSS JOIN LATERAL (SELECT (c.number + of_day / 2) / 6 % 2 = 0 AS was_read) AS h
        JOIN run r ON r.day = of_day AND r.event = (c.number + of_day / 2) % 6
        WHERE c.number % 2 = of_day % 2
        ORDER BY c.user_id;
    END LOOP;
END $$;

-- The same rows as a textbook's table would have them: the text in each row. For the usual way, as whom inbox-api is.
CREATE VIEW usual_message AS
SELECT m.message_id, m.user_id, m.event_id, m.dispatch_date, replace(t.subject, '{{name}}', m.params[1]) AS subject,
       replace(t.body, '{{name}}', m.params[1]) AS body, t.link, m.is_read AS read, m.read_at, m.created_at,
       CASE WHEN s.event_id IS NULL OR s.status = 'PUBLISHED' AND s.ends_at >= now() THEN 'LIVE'
            WHEN s.status = 'CANCELLED' THEN 'CANCELLED' ELSE 'ENDED' END AS state
FROM message m JOIN message_template t USING (template_id) LEFT JOIN event_state s ON s.event_id = m.event_id;
GRANT SELECT ON usual_message TO promo_inbox;
