package io.promo.cli;

/** A run as dispatch shows it. */
final class SpringSaleRun {

    static final String RUN = "00000000-0000-7000-8000-0000000000aa";
    static final String EVENT = "00000000-0000-7000-8000-000000000001";
    static final String PATH = "/dispatch/runs/" + RUN;
    static final String STARTED = """
            {"items":[{"eventId":"%s","date":"2026-05-01","generation":0,"action":"START","reason":null,"runId":"%s","eligible":null}]}""".formatted(EVENT, RUN);

    private SpringSaleRun() {}

    static String run(String state, long delivered) {
        return """
                {"runId":"%s","eventId":"%s","title":"Spring sale","dispatchDate":"2026-05-01","generation":0,"state":"%s",
                 "desired":"RUNNING","reason":null,"eventVersion":1,"audienceAt":"2026-05-01T07:00:00Z","dueAt":"2026-05-01T07:00:00Z",
                 "maxRate":null,"attempt":1,"requestedBy":"trigger","requestedAt":"2026-05-01T07:00:00Z",
                 "startedAt":"2026-05-01T07:00:02Z","endedAt":%s,"eligible":1000,"delivered":%d,"inserted":%d,"unsubscribed":0,
                 "partitions":{"total":2,"queued":0,"running":1,"done":1,"failed":0},"chunksReplayed":0,"rateNow":640,
                 "rateAverage":610,"etaSeconds":75,"workersAlive":2,"stalledSeconds":2}""".formatted(
                RUN, EVENT, state, state.equals("RUNNING") ? "null" : "\"2026-05-01T07:00:18Z\"", delivered, delivered);
    }
}
