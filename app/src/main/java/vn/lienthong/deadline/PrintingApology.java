package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.document.print.ApologyPrint;
import vn.lienthong.document.print.Contact;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.Person;
import vn.lienthong.document.print.PrintSets;
import vn.lienthong.document.print.Printing;
import vn.lienthong.document.print.Signature;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;

/** The letter of apology on paper, in the form that the dossier's edition uses. */
@Component
class PrintingApology {

    private static final String FORM = "apology";

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Letterheads letterheads;
    private final PrintSets sets;
    private final Printing printing;
    private final Clock clock;

    PrintingApology(
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            CurrentCaller caller,
            Letterheads letterheads,
            PrintSets sets,
            Printing printing,
            Clock clock) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.caller = caller;
        this.letterheads = letterheads;
        this.sets = sets;
        this.printing = printing;
        this.clock = clock;
    }

    /**
     * @param newDate promised from now on; null when the result is there
     * @param signer the post in which the caller signs; null for a draft
     * @param symbol number of the letter; null for a draft
     */
    byte[] print(ApologyRow letter, @Nullable Instant newDate, @Nullable Post signer, @Nullable String symbol) {
        var dossier = dossiers.get(new DossierNumber(letter.dossier()));
        var edition = catalogue.edition(dossier.process());
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var desk = organisation.unit(dossier.unit());
        var centre = signer != null && signer.duty() == Duty.CENTRE_DIRECTOR ? signer.unit() : null;
        var head = centre == null ? letterheads.ofAgency(dossier.unit(), today) : letterheads.ofUnit(centre, today);
        var print = new ApologyPrint(
                symbol == null ? head : head.withSymbol(symbol),
                letter.dossier(),
                person(dossier),
                dossier.receivedAt(),
                desk.nameVi(),
                edition.sector().vi(),
                edition.names().vi(),
                Objects.requireNonNullElse(dossier.originalPromisedAt(), letter.dueAt()),
                letter.dueAt(),
                newDate,
                newDate == null ? dossier.readyAt() : null,
                letter.reason(),
                organisation.unit(letter.responsibleUnit()).nameVi(),
                centre == null ? List.of("Như trên", desk.nameVi(), "Lưu: VT") : List.of("Như trên", "Lưu: VT"),
                new Contact(null, desk.phone(), null),
                signature(dossier.unit(), signer));
        var set = edition.prints().get(FORM);
        return set == null ? printing.print(print) : printing.print(print, sets.of(set));
    }

    private Signature signature(String desk, @Nullable Post signer) {
        if (signer == null) {
            return letterheads.ofHead(desk, false, null);
        }
        var name = caller.get().fullName();
        return signer.duty() == Duty.CENTRE_DIRECTOR
                ? letterheads.ofUnitHead(signer.unit(), name)
                : letterheads.ofHead(desk, signer.onBehalfOf() != null, name);
    }

    private static Person person(Dossiers.Summary dossier) {
        var address =
                dossier.content().get("applicant") instanceof Map<?, ?> applicant ? applicant.get("address") : null;
        return new Person(
                dossier.applicant().fullName(),
                dossier.applicant().identityNumber(),
                address == null ? null : address.toString(),
                dossier.applicant().phone(),
                dossier.applicant().email());
    }
}
