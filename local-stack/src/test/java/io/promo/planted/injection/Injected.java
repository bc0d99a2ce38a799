package io.promo.planted.injection;

import org.springframework.beans.factory.annotation.Autowired;

class Injected {

    @Autowired
    String greeting;
}
