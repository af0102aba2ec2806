package vn.lienthong.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.Intake;
import vn.lienthong.web.Formats;

/** How a dossier came to the desk, as names and values. */
@Component
public class IntakeWords {

    private final Formats formats;
    private final MessageSource messages;

    IntakeWords(Formats formats, MessageSource messages) {
        this.formats = formats;
        this.messages = messages;
    }

    /** Only what is known of it. */
    public List<ContentWords.Fact> of(Intake intake, Locale locale) {
        List<ContentWords.Fact> facts = new ArrayList<>();
        Intake.Filer helper = intake.helper();
        if (helper != null) {
            facts.add(fact("helper", helper.words(), locale));
            if (helper.identityNumber() != null) {
                facts.add(fact("helper-identity", formats.identityNumber(helper.identityNumber()), locale));
            }
        }
        if (intake.waybill() != null) {
            facts.add(fact("waybill", intake.waybill(), locale));
        }
        if (intake.arrivedOn() != null) {
            facts.add(fact("arrived", formats.day(intake.arrivedOn()), locale));
        }
        return facts;
    }

    private ContentWords.Fact fact(String key, String value, Locale locale) {
        return new ContentWords.Fact(messages.getMessage("dossier.intake." + key, null, locale), value);
    }
}
