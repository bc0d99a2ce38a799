package io.promo.planted.sleeping;

import java.util.concurrent.TimeUnit;

class Sleeper {

    void sleep() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
