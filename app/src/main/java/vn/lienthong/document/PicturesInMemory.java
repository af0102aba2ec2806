package vn.lienthong.document;

import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/**
 * Java writes a picture to a file first, unless it is told not to, and asks to be told of the end of the process to delete it. While a
 * node stops it may not ask any more: whoever had a paper made just then would be told of a fault.
 */
@Component
class PicturesInMemory {

    PicturesInMemory() {
        ImageIO.setUseCache(false);
    }
}
