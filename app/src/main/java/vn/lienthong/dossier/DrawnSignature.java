package vn.lienthong.dossier;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A signature from a screen or a pen pad. What a browser sends is drawn anew: a small grey image without anything else
 * in it, which an archivable paper can carry.
 */
final class DrawnSignature {

    private static final String PNG = "data:image/png;base64,";
    private static final int LONGEST = 400_000;
    private static final int WIDEST = 2_000;

    /** Lighter than this is paper. */
    private static final int INK = 160;

    /** Fewer dark points are a slip of the hand. */
    private static final int LEAST_INK = 60;

    private DrawnSignature() {}

    /** The image as it is kept; empty when it is none, too large, or nothing is drawn on it. */
    static Optional<byte[]> in(String address) {
        if (!address.startsWith(PNG) || address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return read(Base64.getDecoder().decode(address.substring(PNG.length())))
                    .map(DrawnSignature::onPaper)
                    .filter(DrawnSignature::isSigned)
                    .map(DrawnSignature::png);
        } catch (IllegalArgumentException | IOException noImage) {
            return Optional.empty();
        }
    }

    static String address(byte[] png) {
        return PNG + Base64.getEncoder().encodeToString(png);
    }

    /** Its size is asked for first: a small file can unfold into a very large image. */
    private static Optional<BufferedImage> read(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST
                        ? Optional.empty()
                        : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage onPaper(BufferedImage drawn) {
        var paper = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        pen.drawImage(drawn, 0, 0, null);
        pen.dispose();
        return paper;
    }

    private static boolean isSigned(BufferedImage paper) {
        int ink = 0;
        for (int y = 0; y < paper.getHeight(); y++) {
            for (int x = 0; x < paper.getWidth(); x++) {
                ink += paper.getRaster().getSample(x, y, 0) < INK ? 1 : 0;
            }
        }
        return ink >= LEAST_INK;
    }

    private static byte[] png(BufferedImage paper) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(paper, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
