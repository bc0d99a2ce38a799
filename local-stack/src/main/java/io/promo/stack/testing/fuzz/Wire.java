package io.promo.stack.testing.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as bytes on a socket, one connection a request: clients of a library would refuse to send half of what is tried. */
final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int CONTINUE = 100;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status 0: the connection ended without an answer
     * @param headers by their names in lower case
     * @param body empty when it is a live stream, which is closed at once
     */
    record Answer(int status, Map<String, String> headers, String body) {

        String contentType() {
            return headers.getOrDefault("content-type", "");
        }
    }

    Answer send(byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request);
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return new Answer(0, Map.of(), e.toString());
        }
    }

    /** A server that refuses a request need not read all of it; then there is an answer all the same. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            Thread.onSpinWait();
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String[] head = head(in).split("\r\n");
        String[] statusLine = head[0].split(" ");
        if (statusLine.length < 2) {
            return new Answer(0, Map.of(), "");
        }
        int status = Integer.parseInt(statusLine[1]);
        if (status == CONTINUE) {
            return read(in);
        }
        Map<String, String> headers = headers(head);
        boolean stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        return new Answer(status, headers, stream ? "" : body(in, headers));
    }

    private static Map<String, String> headers(String[] head) {
        Map<String, String> headers = new TreeMap<>();
        for (int line = 1; line < head.length; line++) {
            String[] header = head[line].split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[header.length - 1].strip());
        }
        return headers;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            String text = head.size() < 4 || next != '\n' ? "" : head.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** To the end that the answer declares: the server may still wait for more of the request, ten seconds each time. */
    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            String length = headers.get("content-length");
            byte[] all = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
            return new String(all, StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            in.skipNBytes(2);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int chunkSize(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.isEmpty() ? 0 : Integer.parseInt(line.toString().strip(), 16);
    }
}
