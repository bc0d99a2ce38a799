-- inbox-api owns what customers want: an import unsubscribes, tells inbox-api so, and never subscribes (ADR 15).
ALTER TABLE customer
    -- Who imported the file that unsubscribed the customer; null when the customer said so in the inbox, and while subscribed.
    ADD COLUMN unsubscribed_by text,
    -- inbox-api has not said yet that it knows of the import: until then no word of the customer brings them back.
    ADD COLUMN import_unconfirmed boolean NOT NULL DEFAULT false;

UPDATE customer c SET unsubscribed_by = 'somebody before this was recorded'
WHERE unsubscribed AND NOT EXISTS (SELECT 1 FROM preference p WHERE p.user_id = c.user_id AND p.unsubscribed);
