package io.promo.planted.caller;

import java.net.http.HttpClient;

class Caller {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
