package io.promo.inbox.http;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP with small buffers. A live stream holds its connection's buffers for as long as it is open, and writes a
 * hundred bytes now and then: with Tomcat's own sizes a stream took 110 kB of heap.
 */
public final class StreamingProtocol extends Http11NioProtocol {

    private static final int BUFFER_BYTES = 2_048;

    /** Made by Tomcat, by the class's name. */
    public StreamingProtocol() {
        setProperty("socket.appReadBufSize", Integer.toString(BUFFER_BYTES));
        setProperty("socket.appWriteBufSize", Integer.toString(BUFFER_BYTES));
    }

    @Override
    public int getDesiredBufferSize() {
        return BUFFER_BYTES;
    }
}
