package vn.lienthong.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.document.print.Printing;
import vn.lienthong.workflow.EngineClock;

/** A person who hands in several dossiers at once gets one receipt for all of them. */
@Component
public class Visits {

    private final VisitMapper mapper;
    private final Dossiers dossiers;
    private final Access access;
    private final PrintingBatchReceipt receipts;
    private final Printing printing;
    private final CurrentCaller caller;
    private final Clock clock;

    Visits(
            VisitMapper mapper,
            Dossiers dossiers,
            Access access,
            PrintingBatchReceipt receipts,
            Printing printing,
            CurrentCaller caller,
            Clock clock) {
        this.mapper = mapper;
        this.dossiers = dossiers;
        this.access = access;
        this.receipts = receipts;
        this.printing = printing;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * One visit for dossiers that were received one by one.
     *
     * @param numbers the first one first
     * @throws Forbidden when the caller receives no dossiers
     */
    @Transactional
    public UUID begin(List<String> numbers) {
        if (!caller.get().holds(Duty.RECEPTION_OFFICER)) {
            throw new Forbidden("not-a-reception-officer");
        }
        if (numbers.isEmpty()) {
            throw new InvalidInput(Problem.of("dossiers", "required"));
        }
        UUID visit = begin(new DossierNumber(numbers.get(0)));
        numbers.stream().skip(1).forEach(number -> join(visit, new DossierNumber(number)));
        return visit;
    }

    /** The visit on which this dossier was handed in; begins one when it is the first of several. */
    @Transactional
    public UUID begin(DossierNumber first) {
        Dossiers.Summary dossier = received(first);
        return with(first).orElseGet(() -> {
            UUID visit = UUID.randomUUID();
            add(visit, dossier);
            return visit;
        });
    }

    /**
     * Puts one more dossier onto the receipt of a visit; doing it twice is doing it once.
     *
     * @throws Refused when another person handed it in, at another desk or on another day, or on another visit
     */
    @Transactional
    public void join(UUID visit, DossierNumber number) {
        Dossiers.Summary dossier = received(number);
        Optional<UUID> known = with(number);
        if (known.filter(visit::equals).isPresent()) {
            return;
        }
        if (known.isPresent()) {
            throw new Refused("visit-another", Map.of("visit", known.get().toString()));
        }
        Dossiers.Summary first = dossiers.get(of(visit).get(0));
        if (!samePerson(first.applicant(), dossier.applicant())) {
            throw new Refused("visit-other-applicant", Map.of("dossier", number.value()));
        }
        if (!first.unit().equals(dossier.unit()) || !day(first).equals(day(dossier))) {
            throw new Refused("visit-other-day", Map.of("dossier", number.value()));
        }
        add(visit, dossier);
    }

    /**
     * Its dossiers, the first one first.
     *
     * @throws NotFound when there is no such visit or the caller may not see all of it
     */
    @Transactional(readOnly = true)
    public List<DossierNumber> of(UUID visit) {
        Caller someone = caller.get();
        List<String> numbers = mapper.dossiers(visit);
        if (numbers.isEmpty() || !numbers.stream().allMatch(number -> access.mayRead(someone, number))) {
            throw new NotFound("visit");
        }
        return numbers.stream().map(DossierNumber::new).toList();
    }

    /** The visit of a dossier that was handed in together with others. */
    @Transactional(readOnly = true)
    public Optional<UUID> with(DossierNumber number) {
        return Optional.ofNullable(mapper.of(number.value())).map(UUID::fromString);
    }

    /** One receipt for all of them, as they are promised now. */
    @Transactional(readOnly = true)
    public byte[] receipt(UUID visit) {
        List<DossierNumber> numbers = of(visit);
        Map<String, Dossiers.Summary> all =
                dossiers.all(numbers.stream().map(DossierNumber::value).toList());
        return printing.print(receipts.receipt(numbers.stream()
                .map(number -> Objects.requireNonNull(all.get(number.value())))
                .toList()));
    }

    private void add(UUID visit, Dossiers.Summary dossier) {
        mapper.add(
                visit, dossier.number().value(), clock.instant(), caller.get().username());
    }

    /** A citizen's dossier that the caller's own desk received. */
    private Dossiers.Summary received(DossierNumber number) {
        access.check(number);
        Dossiers.Summary dossier = dossiers.get(number);
        if (dossier.origin() != null || !caller.get().holds(Duty.RECEPTION_OFFICER, dossier.unit())) {
            throw new Forbidden("not-a-reception-officer");
        }
        return dossier;
    }

    private static boolean samePerson(Applicant one, Applicant other) {
        return one.identityNumber() == null && other.identityNumber() == null
                ? one.fullName().equalsIgnoreCase(other.fullName())
                : Objects.equals(one.identityNumber(), other.identityNumber());
    }

    private static LocalDate day(Dossiers.Summary dossier) {
        return dossier.receivedAt().atZone(EngineClock.ZONE).toLocalDate();
    }
}
