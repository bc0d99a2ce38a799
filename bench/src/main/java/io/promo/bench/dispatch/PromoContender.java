package io.promo.bench.dispatch;

import io.promo.bench.client.RestClient;
import io.promo.bench.client.Runs;
import io.promo.bench.client.SpringSale;
import io.promo.stack.Urls;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The platform: from the run being requested to COMPLETED, with everything in the way that is there in earnest. */
final class PromoContender implements Contender {

    private final Urls urls;
    private final RestClient admin;
    private final Runs runs;
    private final Inbox inbox;
    private final SpringSale sale;

    PromoContender(Urls urls, RestClient admin, Inbox inbox, SpringSale sale) {
        this.urls = urls;
        this.admin = admin;
        this.runs = new Runs(admin, urls.dispatch());
        this.inbox = inbox;
        this.sale = sale;
    }

    @Override
    public String name() {
        return "promo";
    }

    /** The vacuum after the last run is not part of the next. */
    @Override
    public void prepare() throws SQLException, InterruptedException {
        inbox.awaitVacuumed();
    }

    @Override
    public double deliver() throws IOException, InterruptedException {
        JsonNode event = admin.post(urls.calendar() + "/events", sale.body());
        UUID eventId = UUID.fromString(event.required("eventId").asString());
        admin.post(urls.calendar() + "/events/" + eventId + "/publish");
        return Runs.seconds(runs.awaitCompleted(runs.awaitRun(eventId, 0), run -> {}));
    }

    @Override
    public long delivered() throws SQLException {
        return inbox.count();
    }

    @Override
    public void empty() throws SQLException, InterruptedException {
        inbox.empty();
    }
}
