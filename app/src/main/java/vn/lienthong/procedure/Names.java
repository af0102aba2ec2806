package vn.lienthong.procedure;

import java.util.Locale;

/** A name in the languages of the product. */
public record Names(String vi, String en) {

    /** The English name for an English reader, the Vietnamese one for everybody else. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }
}
