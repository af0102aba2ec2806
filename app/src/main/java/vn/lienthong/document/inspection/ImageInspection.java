package vn.lienthong.document.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads an image's header, refuses what would unfold beyond reason, then reads every line of it without keeping them. */
final class ImageInspection {

    /** Pixels on one side; an A3 page at 1200 dots per inch has 19 842. */
    private static final int LONGEST_SIDE = 20_000;

    /** Pixels; an A3 page at 600 dots per inch has 70 million. */
    private static final long LARGEST_AREA = 80_000_000L;

    /** A progressive image of a few bytes can ask for a hundred thousand passes over all its pixels. */
    private static final int MOST_SCANS = 100;

    private static final byte START_OF_SCAN = (byte) 0xDA;

    private ImageInspection() {}

    static void inspect(byte[] bytes, FileType type) throws Unacceptable {
        if (type == FileType.JPEG && scans(bytes) > MOST_SCANS) {
            throw new Unacceptable("paper-bomb");
        }
        ImageReader reader = reader(type);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // Metadata can be a bomb of its own and nobody needs it here.
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > LARGEST_AREA) {
                throw new Unacceptable("paper-image-too-large", LARGEST_AREA / 1_000_000);
            }
            if (type == FileType.PNG) {
                PngChunks.check(bytes);
            } else if (!endsAsJpeg(bytes)) {
                throw new Unacceptable("paper-broken");
            }
            readThrough(reader, (int) Math.max(width, height));
        } catch (IOException | RuntimeException e) {
            throw new Unacceptable("paper-broken");
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(FileType type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        return readers.next();
    }

    /** Keeps so few pixels that memory is no matter, but decodes them all, so that what is cut short is found out. */
    private static void readThrough(ImageReader reader, int longestSide) throws IOException, Unacceptable {
        var cutShort = new AtomicBoolean();
        // A JPEG that ends too early is only warned about and filled up with grey.
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                cutShort.set(true);
            }
        });
        int step = Math.max(1, longestSide / 100);
        ImageReadParam few = reader.getDefaultReadParam();
        few.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            // Also understands the four colours of printers, which an ordinary read refuses.
            reader.readRaster(0, few);
        } else {
            reader.read(0, few);
        }
        if (cutShort.get()) {
            throw new Unacceptable("paper-broken");
        }
    }

    private static int scans(byte[] bytes) {
        int scans = 0;
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == START_OF_SCAN) {
                scans++;
            }
        }
        return scans;
    }

    /** The end mark is there; telephones add data of their own behind it. */
    private static boolean endsAsJpeg(byte[] bytes) {
        for (int i = bytes.length - 2; i > 2; i--) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
                return true;
            }
        }
        return false;
    }
}
