package vn.lienthong.document.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unfolds every compressed stream of a PDF without keeping it and counts. Loading a PDF unfolds its tables of objects in
 * memory, so this has to happen before.
 */
final class PdfStreams {

    private static final int MEGABYTE = 1024 * 1024;

    /** Bytes of one stream that may be a table of objects, a page's content or a font. */
    private static final long LARGEST_STREAM = 48L * MEGABYTE;

    /** Bytes of one stream that is plainly an image; those are never unfolded here. */
    private static final long LARGEST_IMAGE = 320L * MEGABYTE;

    /** Bytes of all streams together; more is worth nobody's processor time. */
    private static final long LARGEST_SUM = 1536L * MEGABYTE;

    /** How far before the keyword its dictionary is looked for. */
    private static final int LONGEST_DICTIONARY = 2048;

    private static final Pattern TABLE_OF_OBJECTS = Pattern.compile("/(First|Index|W)\\b");

    /** Other ways to fold, which no program uses for tables of objects. */
    private static final Pattern UNCOUNTED_FILTER = Pattern.compile("/(LZW|RunLength|RL|ASCII|AHx|A85|Crypt)");

    private static final byte[] KEYWORD = "stream".getBytes(StandardCharsets.US_ASCII);

    private PdfStreams() {}

    static void refuseBombs(byte[] pdf) throws Unacceptable {
        var inflater = new Inflater();
        byte[] sink = new byte[64 * 1024];
        long sum = 0;
        try {
            for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
                if (endsAStream(pdf, at)) {
                    continue;
                }
                String dictionary = dictionary(pdf, at);
                if (isTableOfObjects(dictionary)
                        && UNCOUNTED_FILTER.matcher(dictionary).find()) {
                    throw new Unacceptable("paper-bomb");
                }
                long limit = isPlainlyAnImage(dictionary) ? LARGEST_IMAGE : LARGEST_STREAM;
                sum += unfolded(inflater, pdf, startOfData(pdf, at), limit, sink);
                if (sum > LARGEST_SUM) {
                    throw new Unacceptable("paper-bomb");
                }
            }
        } finally {
            inflater.end();
        }
    }

    /** Just behind the next keyword, or -1. */
    private static int next(byte[] pdf, int from) {
        for (int i = from; i <= pdf.length - KEYWORD.length; i++) {
            if (pdf[i] == 's' && Arrays.equals(pdf, i, i + KEYWORD.length, KEYWORD, 0, KEYWORD.length)) {
                return i + KEYWORD.length;
            }
        }
        return -1;
    }

    private static boolean endsAStream(byte[] pdf, int behindKeyword) {
        int before = behindKeyword - KEYWORD.length - 1;
        return before >= 2 && pdf[before] == 'd' && pdf[before - 1] == 'n' && pdf[before - 2] == 'e';
    }

    private static int startOfData(byte[] pdf, int behindKeyword) {
        int at = behindKeyword;
        while (at < pdf.length && (pdf[at] == ' ' || pdf[at] == '\r')) {
            at++;
        }
        return at < pdf.length && pdf[at] == '\n' ? at + 1 : at;
    }

    private static String dictionary(byte[] pdf, int at) {
        int from = Math.max(0, at - LONGEST_DICTIONARY);
        String before = new String(pdf, from, at - from, StandardCharsets.ISO_8859_1);
        return before.substring(before.lastIndexOf(" obj") + 1);
    }

    /** A dictionary that could also be something else, or that hides its names behind escapes, is not plainly an image. */
    private static boolean isPlainlyAnImage(String dictionary) {
        return dictionary.contains("/Image")
                && dictionary.contains("/Width")
                && !isTableOfObjects(dictionary)
                && dictionary.indexOf('#') < 0;
    }

    private static boolean isTableOfObjects(String dictionary) {
        return TABLE_OF_OBJECTS.matcher(dictionary).find();
    }

    /** Bytes that come out; 0 for data that is not compressed this way. */
    private static long unfolded(Inflater inflater, byte[] pdf, int from, long limit, byte[] sink) throws Unacceptable {
        if (from + 2 > pdf.length || !looksCompressed(pdf[from], pdf[from + 1])) {
            return 0;
        }
        inflater.reset();
        inflater.setInput(pdf, from, pdf.length - from);
        long total = 0;
        try {
            int count = inflater.inflate(sink);
            if (count > 1 && looksCompressed(sink[0], sink[1]) && unfoldsAgain(sink, count)) {
                throw new Unacceptable("paper-bomb");
            }
            while (count > 0) {
                total += count;
                if (total > limit) {
                    throw new Unacceptable("paper-bomb");
                }
                count = inflater.inflate(sink);
            }
        } catch (DataFormatException e) {
            // Not compressed after all, or damaged: whoever loads it will tell.
            return total;
        }
        return total;
    }

    /** Folded twice is legal and useless, except to hide how much there is. */
    private static boolean unfoldsAgain(byte[] data, int length) {
        var inflater = new Inflater();
        try {
            inflater.setInput(data, 0, length);
            byte[] sink = new byte[64 * 1024];
            return inflater.inflate(sink) == sink.length;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    /** The two bytes that start a zlib stream (RFC 1950). */
    private static boolean looksCompressed(byte first, byte second) {
        int method = first & 0xFF;
        return (method & 0x0F) == 8 && method >> 4 <= 7 && ((method << 8) + (second & 0xFF)) % 31 == 0;
    }
}
