package io.promo.bench.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An inbox over HTTP, by connections that are kept alive. */
final class HttpInbox {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String list;
    private final String items;

    /**
     * @param url base URL of the service, without a slash at the end
     * @param list address of the list's first page there
     * @param items name of the field that has the messages of a page
     */
    HttpInbox(String url, String list, String items) {
        this.url = url;
        this.list = list;
        this.items = items;
    }

    /** inbox-api itself. */
    static HttpInbox of(String url) {
        return new HttpInbox(url, "/messages?limit=" + InboxSql.PAGE_LENGTH, "items");
    }

    void askList(Shopper shopper) throws IOException, InterruptedException {
        get(list, shopper);
    }

    void askUnreadCount(Shopper shopper) throws IOException, InterruptedException {
        get("/messages/unread-count", shopper);
    }

    /** Ids of the messages on the first page. */
    List<String> list(Shopper shopper) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode message : json(get(list, shopper)).required(items)) {
            ids.add(message.required("eventId").asString() + " "
                    + message.required("dispatchDate").asString());
        }
        return ids;
    }

    int unreadCount(Shopper shopper) throws IOException, InterruptedException {
        return json(get("/messages/unread-count", shopper)).required("count").asInt();
    }

    private byte[] get(String path, Shopper shopper) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + shopper.token())
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("GET " + path + " was answered " + response.statusCode());
        }
        return response.body();
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }
}
