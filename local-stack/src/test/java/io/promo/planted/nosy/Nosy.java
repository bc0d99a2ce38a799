package io.promo.planted.nosy;

import io.promo.sql.Database;

class Nosy {

    Database[] other() {
        return Database.values();
    }
}
