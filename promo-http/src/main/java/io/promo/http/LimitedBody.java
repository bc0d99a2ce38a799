package io.promo.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with a refusal where it is longer than allowed, so that nobody keeps more. */
final class LimitedBody extends HttpServletRequestWrapper {

    private long most = BodyLimit.USUAL;
    private @Nullable Limited body;

    LimitedBody(HttpServletRequest request) {
        super(request);
    }

    /** What the route takes, once it is known. */
    void limit(long bytes) {
        most = bytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Limited(super.getInputStream());
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String declared = getCharacterEncoding();
        Charset charset = declared == null ? StandardCharsets.UTF_8 : Charset.forName(declared);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private final class Limited extends ServletInputStream {

        private final ServletInputStream whole;
        private long read;

        Limited(ServletInputStream whole) {
            this.whole = whole;
        }

        @Override
        public int read() throws IOException {
            int value = whole.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = whole.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw Refusal.tooLong(most);
            }
        }

        @Override
        public boolean isFinished() {
            return whole.isFinished();
        }

        @Override
        public boolean isReady() {
            return whole.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            whole.setReadListener(listener);
        }
    }
}
