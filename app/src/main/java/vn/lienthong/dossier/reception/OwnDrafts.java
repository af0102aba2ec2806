package vn.lienthong.dossier.reception;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.NotFound;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;

/** The drafts of the officer who is asking: nobody sees those of a colleague. */
@Component
class OwnDrafts {

    private final DraftMapper mapper;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Clock clock;

    OwnDrafts(DraftMapper mapper, Catalogue catalogue, Organisation organisation, CurrentCaller caller, Clock clock) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.caller = caller;
        this.clock = clock;
    }

    List<Draft> all() {
        return mapper.of(officer().username());
    }

    /** @throws NotFound when there is none, or it is somebody else's */
    Draft get(UUID id) {
        return Optional.ofNullable(mapper.find(id, officer().username())).orElseThrow(() -> new NotFound("draft"));
    }

    /** The draft as it is now, for this transaction alone: what another window saved in the meantime is not overwritten. */
    Draft hold(UUID id) {
        return Optional.ofNullable(mapper.hold(id, officer().username())).orElseThrow(() -> new NotFound("draft"));
    }

    void add(Draft draft) {
        mapper.insert(draft);
    }

    void keep(Draft draft) {
        mapper.update(draft);
    }

    void drop(Draft draft) {
        mapper.delete(draft.id(), draft.owner());
    }

    List<Edition> offered() {
        return catalogue.inForce(LocalDate.now(clock), agency());
    }

    /** The edition in force at this desk. */
    Edition edition(String procedure) {
        return catalogue.edition(procedure, LocalDate.now(clock), agency());
    }

    Edition edition(Draft draft) {
        return edition(draft.procedure());
    }

    Procedure procedure(Draft draft) {
        return catalogue.procedure(edition(draft).ref());
    }

    /** @throws Forbidden when the caller receives no dossiers */
    Caller officer() {
        Caller officer = caller.get();
        if (!officer.holds(Duty.RECEPTION_OFFICER)) {
            throw new Forbidden("not-a-reception-officer");
        }
        return officer;
    }

    /** Code of the agency whose desk this is. */
    private String agency() {
        return organisation.agencyOf(officer().unitsWith(Duty.RECEPTION_OFFICER).get(0));
    }
}
