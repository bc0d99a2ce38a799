package io.promo.stack.testing;

import io.promo.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on 127.0.0.1 that nobody listens on at the moment. They lie below those that the system gives to outgoing
 * connections, so that a server which is killed finds its port again when it is restarted.
 */
public final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private FreePorts() {}

    /** The first of that many free ports in a row; those for the management of services there are free, too. */
    public static int inARow(int count) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (free(first, count) && free(Ports.management(first), count)) {
                return first;
            }
        }
        throw new IllegalStateException("No " + count + " free ports in a row");
    }

    private static boolean free(int port, int count) {
        if (count == 0) {
            return true;
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free(socket.getLocalPort() + 1, count - 1);
        } catch (IOException e) {
            return false;
        }
    }
}
