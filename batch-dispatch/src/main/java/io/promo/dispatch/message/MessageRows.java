package io.promo.dispatch.message;

import io.promo.dispatch.audience.EligibleCustomers;
import io.promo.dispatch.run.Run;
import io.promo.events.message.MessageParams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Turns customers into messages, from PostgreSQL's binary COPY format straight into it: one buffer for a whole page,
 * used again for the next. Of customers who do not consent it makes a note and no message. Not for use by several threads.
 */
public final class MessageRows {

    /** Columns of {@code inbox_message} that are written, in this order; the rest have defaults. */
    public static final String COLUMNS = "delivery_id, user_id, template_no, params";

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = SIGNATURE.length + 8;
    /** User id, locale, consent. */
    private static final int FIXED_COLUMNS = 3;

    private static final Map<String, String> EXPRESSIONS =
            Map.of("name", "display_name", "email", "coalesce(email, '')", "country", "country");

    /** A template and where its params stand among the selected columns. */
    private record Target(int templateNo, int[] params) {}

    private final Templates templates;
    private final List<String> placeholders;
    private final InboxNumbers numbers;
    private final Map<String, Target> targets = new HashMap<>();
    private final int[] offsets;
    private final int[] lengths;
    private ByteBuffer out = ByteBuffer.allocate(1 << 17);
    private int rows;
    private final List<UUID> unsubscribed = new ArrayList<>();
    private UUID lastUser = new UUID(0, 0);

    /** @param numbers of that run */
    public MessageRows(Run run, InboxNumbers numbers) {
        this.numbers = numbers;
        this.templates = Templates.of(run);
        this.placeholders = templates.placeholders();
        this.offsets = new int[FIXED_COLUMNS + placeholders.size()];
        this.lengths = new int[offsets.length];
    }

    /** What to select from {@code customer}: the user id, the locale, the consent, and the placeholders the templates really use. */
    public String customerColumns() {
        return placeholders.stream()
                .map(name -> ", " + EXPRESSIONS.get(name))
                .collect(Collectors.joining("", "user_id, locale, " + EligibleCustomers.consenting(), ""));
    }

    /** Starts a page. */
    public void start() {
        out.clear();
        out.put(SIGNATURE).putInt(0).putInt(0);
        rows = 0;
        unsubscribed.clear();
    }

    /** Ends the page. */
    public void finish() {
        reserve(2);
        out.putShort((short) -1);
    }

    /**
     * Adds the customer in one CopyData message of binary COPY; the header before the first row and the trailer after
     * the last are passed over.
     */
    public void add(byte[] data) {
        int at = startsWithSignature(data) ? HEADER : 0;
        if (data.length - at >= 2 && shortAt(data, at) > 0) {
            parse(data, at + 2);
            if (data[offsets[2]] == 0) {
                unsubscribed.add(lastUser);
            } else {
                write(data);
            }
        }
    }

    /** The page in binary COPY format; valid until the next {@link #start}, from 0 to {@link #length}. */
    public byte[] bytes() {
        return out.array();
    }

    /** Bytes of the page. */
    public int length() {
        return out.position();
    }

    /** Messages of the page. */
    public int rows() {
        return rows;
    }

    /** Customers of the page, those it has no message for among them. */
    public int customers() {
        return rows + unsubscribed.size();
    }

    /** Customers of the page who do not consent, in their order. */
    public List<UUID> unsubscribed() {
        return List.copyOf(unsubscribed);
    }

    /** The user id of the last customer that was added. */
    public UUID lastUser() {
        return lastUser;
    }

    private void parse(byte[] data, int start) {
        int at = start;
        for (int column = 0; column < offsets.length; column++) {
            int length = intAt(data, at);
            offsets[column] = at + 4;
            lengths[column] = Math.max(0, length);
            at += 4 + Math.max(0, length);
        }
        lastUser = new UUID(longAt(data, offsets[0]), longAt(data, offsets[0] + 8));
    }

    private void write(byte[] data) {
        Target target = target(data);
        reserve(64 + data.length + target.params().length);
        out.putShort((short) 4);
        out.putInt(8).putLong(numbers.deliveryId());
        out.putInt(16).put(data, offsets[0], 16);
        out.putInt(4).putInt(target.templateNo());
        params(data, target.params());
        rows++;
    }

    private Target target(byte[] data) {
        String locale = new String(data, offsets[1], lengths[1], StandardCharsets.UTF_8);
        Target known = targets.get(locale);
        if (known == null) {
            Template template = templates.resolve(locale);
            int[] params = template.placeholders().stream()
                    .mapToInt(name -> FIXED_COLUMNS + placeholders.indexOf(name))
                    .toArray();
            known = new Target(numbers.of(template), params);
            targets.put(locale, known);
        }
        return known;
    }

    /** As {@link MessageParams} joins them; null when the template uses no placeholder. */
    private void params(byte[] data, int[] columns) {
        if (columns.length == 0) {
            out.putInt(-1);
            return;
        }
        int size = out.position();
        out.putInt(0);
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                out.put((byte) MessageParams.SEPARATOR);
            }
            value(data, offsets[columns[i]], lengths[columns[i]]);
        }
        out.putInt(size, out.position() - size - 4);
    }

    /** UTF-8 has the separator's byte for nothing else. */
    private void value(byte[] data, int offset, int length) {
        int start = out.position();
        out.put(data, offset, length);
        for (int at = start; at < out.position(); at++) {
            if (out.get(at) == MessageParams.SEPARATOR) {
                out.put(at, (byte) ' ');
            }
        }
    }

    private void reserve(int bytes) {
        if (out.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(out.capacity() * 2, out.position() + bytes));
            out.flip();
            larger.put(out);
            out = larger;
        }
    }

    private static boolean startsWithSignature(byte[] data) {
        if (data.length < HEADER) {
            return false;
        }
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (data[i] != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    private static short shortAt(byte[] data, int at) {
        return (short) ((data[at] & 0xFF) << 8 | data[at + 1] & 0xFF);
    }

    private static int intAt(byte[] data, int at) {
        return (data[at] & 0xFF) << 24 | (data[at + 1] & 0xFF) << 16 | (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
    }

    private static long longAt(byte[] data, int at) {
        return (long) intAt(data, at) << 32 | intAt(data, at + 4) & 0xFFFF_FFFFL;
    }
}
