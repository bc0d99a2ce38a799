package io.promo.planted.unmarked;

class Unmarked {}
