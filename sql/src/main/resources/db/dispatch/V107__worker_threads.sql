-- How many partitions the process executes at once; 0: a manager. As many as the topic of requests has Kafka partitions where a
-- process of an earlier build does not say.
ALTER TABLE process ADD COLUMN threads integer NOT NULL DEFAULT 64 CHECK (threads >= 0);
