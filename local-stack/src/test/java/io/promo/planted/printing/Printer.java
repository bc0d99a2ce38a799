package io.promo.planted.printing;

class Printer {

    void print() {
        System.out.println("I was here");
    }
}
