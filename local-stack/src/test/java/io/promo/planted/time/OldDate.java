package io.promo.planted.time;

import java.sql.Timestamp;

class OldDate {

    Timestamp epoch() {
        return new Timestamp(0);
    }
}
