package io.promo.planted.hen;

import io.promo.planted.egg.Egg;

public class Hen {

    Egg lay() {
        return new Egg();
    }
}
