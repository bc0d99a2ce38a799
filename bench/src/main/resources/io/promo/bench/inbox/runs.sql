-- For promo bench dispatch, 450 runs within the retention: five events a day, each for nine days and to everyone; those of
-- the last nine days are live. Half of the messages were read. :customers is how many there are. load.sql brings it in.

CREATE TEMP TABLE customer AS
SELECT row_number() OVER (ORDER BY user_id) AS number, user_id
FROM (SELECT md5('customer ' || n)::uuid AS user_id FROM generate_series(1, :customers) AS n) AS everyone
ORDER BY user_id;

CREATE TEMP TABLE run AS
SELECT day / 9 * 5 + event AS event, day, (now() AT TIME ZONE 'UTC')::date - day AS dispatch_date,
       md5('event ' || day / 9 || ' ' || event)::uuid AS event_id, md5('run ' || event || ' ' || day)::uuid AS template_id,
       CASE WHEN day < 9 THEN 'PUBLISHED' ELSE 'EXPIRED' END AS status,
       now() - day / 9 * interval '9 days' + interval '1 day' AS ends_at
FROM generate_series(0, 4) AS event, generate_series(0, 89) AS day;

CREATE TEMP VIEW recipient AS
SELECT r.*, c.user_id, c.number, (c.number + r.event + r.day) % 2 = 0 AS was_read
FROM customer c CROSS JOIN run r;
