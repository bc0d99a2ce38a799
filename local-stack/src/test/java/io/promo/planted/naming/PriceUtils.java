package io.promo.planted.naming;

class PriceUtils {}
