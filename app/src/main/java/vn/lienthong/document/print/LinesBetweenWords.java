package vn.lienthong.document.print;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/** Ends lines between words only: a date, a number of a document or an address on the net is not torn at its strokes. */
final class LinesBetweenWords implements FSTextBreaker {

    private String text = "";
    private int position;

    @Override
    public void setText(String text) {
        this.text = text;
        this.position = 0;
    }

    /** Behind the next ordinary space; a no-break space is none. */
    @Override
    public int next() {
        if (position >= text.length()) {
            return BreakIterator.DONE;
        }
        int space = text.indexOf(' ', position);
        position = space < 0 ? text.length() : space + 1;
        return position;
    }
}
