package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DrawnSignatureTest {

    @Test
    void strokes_on_a_transparent_field_become_grey_ones_on_paper() throws IOException {
        byte[] kept = DrawnSignature.in(drawn(600, 200, true)).orElseThrow();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getRaster().getNumBands()).isEqualTo(1);
        assertThat(image.getRaster().getSample(0, 0, 0)).isEqualTo(255);
        assertThat(image.getRaster().getSample(50, 100, 0)).isLessThan(60);
    }

    @Test
    void an_empty_field_is_no_signature() {
        assertThat(DrawnSignature.in(drawn(600, 200, false))).isEmpty();
    }

    @Test
    void neither_is_anything_else() {
        assertThat(DrawnSignature.in("")).isEmpty();
        assertThat(DrawnSignature.in("data:image/png;base64,AAAA")).isEmpty();
        assertThat(DrawnSignature.in("data:image/png;base64,???")).isEmpty();
        assertThat(DrawnSignature.in(drawn(600, 200, true).replace("image/png", "image/svg+xml")))
                .isEmpty();
        assertThat(DrawnSignature.in("data:image/png;base64," + "A".repeat(500_000)))
                .isEmpty();
    }

    @Test
    void an_image_as_large_as_a_wall_is_not_unfolded() {
        assertThat(DrawnSignature.in(drawn(2_500, 10, true))).isEmpty();
    }

    static String drawn(int width, int height, boolean signed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        if (signed) {
            Graphics2D pen = image.createGraphics();
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(4));
            pen.drawLine(10, height / 2, width - 10, height / 2);
            pen.dispose();
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DrawnSignature.address(out.toByteArray());
    }
}
