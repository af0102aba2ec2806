package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.testing.ModuleTest;

/** A paper with a picture can be made while the process stops. */
@ModuleTest
class PicturesInMemoryTest {

    @Test
    void a_picture_needs_no_file() throws IOException {
        try (ImageOutputStream picture = ImageIO.createImageOutputStream(new ByteArrayOutputStream())) {
            assertThat(picture).isInstanceOf(MemoryCacheImageOutputStream.class);
            ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY), "png", picture);
        }
    }
}
