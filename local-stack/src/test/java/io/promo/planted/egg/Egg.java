package io.promo.planted.egg;

import io.promo.planted.hen.Hen;

public class Egg {

    Hen hatch() {
        return new Hen();
    }
}
