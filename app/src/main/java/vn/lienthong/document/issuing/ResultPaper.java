package vn.lienthong.document.issuing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.IssuingFile;
import vn.lienthong.document.IssuingFile.Issuing;
import vn.lienthong.document.Numbering;
import vn.lienthong.document.print.Electronic;
import vn.lienthong.document.print.Facts;
import vn.lienthong.document.print.Letterhead;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.Printing;
import vn.lienthong.document.print.ResultPrint;
import vn.lienthong.document.print.Signature;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/** Draws up a result: takes its number, works out its head and who signs, and prints it. */
@Component
class ResultPaper {

    private static final Set<String> DEPUTIES = Set.of("VICE_CHAIR", "DEPUTY");

    /** Who gets a copy of every result. */
    private static final List<String> COPIES = List.of("Người nộp hồ sơ", "Lưu: VT, HS");

    /** Value of the property {@code signs}: the head of the unit signs, not that of its agency. */
    private static final String UNIT = "unit";

    private final ObjectProvider<IssuingFile> dossiers;
    private final Organisation organisation;
    private final Letterheads letterheads;
    private final Numbering numbering;
    private final Printing printing;
    private final Clock clock;
    private final String verify;

    ResultPaper(
            ObjectProvider<IssuingFile> dossiers,
            Organisation organisation,
            Letterheads letterheads,
            Numbering numbering,
            Printing printing,
            Clock clock,
            @Value("${lienthong.public.public-address:http://127.0.0.1:8080}") String publicAddress) {
        this.dossiers = dossiers;
        this.organisation = organisation;
        this.letterheads = letterheads;
        this.numbering = numbering;
        this.printing = printing;
        this.clock = clock;
        this.verify = publicAddress + "/verify";
    }

    /**
     * A result to be drawn up.
     *
     * @param properties what the designer wrote on the service task that issues it
     */
    record Wanted(
            String dossier,
            ProcessRef process,
            String code,
            Map<String, String> properties,
            Map<String, Object> content) {

        Facts facts() {
            return new Facts(content);
        }

        ResultCode result() {
            return new ResultCode(code);
        }
    }

    /**
     * Number and day that a paper has already.
     *
     * @param signer full name of who has decided it
     */
    record Given(String number, LocalDate on, @Nullable String signer) {}

    /**
     * Who is about to sign electronically.
     *
     * @param deputy whether for the head
     */
    record Hand(String fullName, boolean deputy, Instant at) {}

    /** @param capacity in which it is signed, in words */
    record Drawn(String number, LocalDate on, Unit agency, String place, String capacity, byte[] pdf) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), EngineClock.ZONE);
    }

    Unit agency(Wanted wanted) {
        return organisation.agency(issuing(wanted).unit());
    }

    /**
     * @param given null: takes the next number, for today
     * @param hand null: leaves room for a signature by hand
     */
    Drawn draw(Wanted wanted, @Nullable Given given, @Nullable Hand hand) {
        Issuing issuing = issuing(wanted);
        Unit agency = organisation.agency(issuing.unit());
        LocalDate on = given == null ? today() : given.on();
        String number = given == null ? number(wanted, agency) : given.number();
        boolean byUnit = UNIT.equals(wanted.properties().get("signs"));
        Letterhead head = byUnit ? letterheads.ofUnit(issuing.unit(), on) : letterheads.ofAgency(issuing.unit(), on);
        Signature signature = signature(wanted, issuing, given, hand, byUnit, on);
        byte[] pdf = printing.print(new ResultPrint(
                head.withSymbol(number),
                wanted.dossier(),
                wanted.code(),
                issuing.title(),
                issuing.subject(),
                letterheads.authority(issuing.unit()),
                issuing.area() == null ? null : letterheads.locality(issuing.area()),
                wanted.facts(),
                issuing.legalBases(),
                COPIES,
                signature,
                hand == null ? null : new Electronic(hand.fullName(), agency.nameVi(), hand.at(), verify)));
        return new Drawn(number, on, agency, head.place(), String.join(" ", signature.capacity()), pdf);
    }

    private Issuing issuing(Wanted wanted) {
        return dossiers.getObject().issuing(wanted.dossier(), wanted.process(), wanted.code());
    }

    private Signature signature(
            Wanted wanted, Issuing issuing, @Nullable Given given, @Nullable Hand hand, boolean byUnit, LocalDate on) {
        boolean deputy = signedByDeputy(wanted) || hand != null && hand.deputy();
        String known = hand != null ? hand.fullName() : given == null ? null : given.signer();
        return byUnit
                ? letterheads.ofUnitHead(issuing.unit(), deputy, known == null ? unitHead(issuing.unit(), on) : known)
                : letterheads.ofHead(issuing.unit(), deputy, known == null ? issuing.signedBy() : known);
    }

    private String number(Wanted wanted, Unit agency) {
        Facts facts = wanted.facts();
        String field = wanted.result().field("issuing");
        String numbered = wanted.properties().getOrDefault("numberOf", field);
        for (String group : List.of(numbered, field, ResultCode.anyField("issuing"))) {
            if (facts.has(group + ".number")) {
                return facts.text(group + ".number").strip();
            }
        }
        return numbering.next(
                wanted.properties().getOrDefault("numbering", wanted.result().numbering()), agency.code());
    }

    private @Nullable String unitHead(String unit, LocalDate on) {
        return organisation.officersOf(unit, Duty.UNIT_HEAD, on).stream()
                .findFirst()
                .flatMap(organisation::officer)
                .map(Officer::fullName)
                .orElse(null);
    }

    private static boolean signedByDeputy(Wanted wanted) {
        Facts facts = wanted.facts();
        String field = wanted.result().field("signing");
        return DEPUTIES.contains(facts.text(facts.has(field) ? field : ResultCode.anyField("signing")));
    }
}
