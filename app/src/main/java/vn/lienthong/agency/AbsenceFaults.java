package vn.lienthong.agency;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Absences.Cover;
import vn.lienthong.agency.Absences.Wish;
import vn.lienthong.agency.OrganisationMapper.AbsenceRow;
import vn.lienthong.agency.OrganisationMapper.DelegationRow;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.Problem;

/** What is wrong with an absence that somebody wants to declare, all at once. */
@Component
class AbsenceFaults {

    private static final String REQUIRED = "required";

    private final Organisation organisation;
    private final OrganisationMapper mapper;

    AbsenceFaults(Organisation organisation, OrganisationMapper mapper) {
        this.organisation = organisation;
        this.mapper = mapper;
    }

    List<Problem> of(Wish wish) {
        List<Problem> faults = new ArrayList<>();
        written(wish, faults);
        LocalDate from = wish.from();
        LocalDate to = wish.to();
        if (from == null || to == null || to.isBefore(from)) {
            return faults;
        }
        List<AbsenceRow> others = mapper.absences(from).stream()
                .filter(other -> other.overlaps(from, to))
                .toList();
        Map<Long, List<DelegationRow>> covers =
                mapper.covers(others.stream().map(AbsenceRow::id).toArray(Long[]::new)).stream()
                        .collect(groupingBy(cover -> requireNonNull(cover.absence())));
        others.stream()
                .filter(other -> other.officer().equals(wish.officer()))
                .findFirst()
                .ifPresent(other -> faults.add(Problem.of(
                        "from",
                        "absence-overlaps",
                        days(other.validFrom()),
                        days(other.validTo()),
                        other.documentNumber())));
        others.stream()
                .filter(other -> names(covers.get(other.id()), wish.officer()))
                .findFirst()
                .ifPresent(other -> faults.add(Problem.of(
                        "officer",
                        "stands-in-meanwhile",
                        name(wish.officer()),
                        name(other.officer()),
                        days(other.validFrom()),
                        days(other.validTo()))));
        for (int i = 0; i < wish.covers().size(); i++) {
            cover(wish, wish.covers().get(i), from, "covers." + i, others, covers, faults);
        }
        return faults;
    }

    private void written(Wish wish, List<Problem> faults) {
        if (organisation.officer(wish.officer()).filter(Officer::active).isEmpty()) {
            faults.add(Problem.of("officer", "officer-unknown"));
        }
        FreeText.check("documentNumber", wish.documentNumber(), true, faults);
        FreeText.check("reason", wish.reason(), true, faults);
        if (wish.covers().isEmpty()) {
            faults.add(Problem.of("officer", "nothing-to-cover"));
        }
        LocalDate from = wish.from();
        LocalDate to = wish.to();
        if (from == null) {
            faults.add(Problem.of("from", REQUIRED));
        } else if (from.isBefore(organisation.today())) {
            faults.add(Problem.of("from", "absence-in-the-past"));
        }
        if (to == null) {
            faults.add(Problem.of("to", REQUIRED));
        } else if (from != null && to.isBefore(from)) {
            faults.add(Problem.of("to", "before-from"));
        }
    }

    private void cover(
            Wish wish,
            Cover cover,
            LocalDate from,
            String field,
            List<AbsenceRow> others,
            Map<Long, List<DelegationRow>> covers,
            List<Problem> faults) {
        if (!organisation.holdsOwn(wish.officer(), cover.unit(), cover.duty(), from)) {
            faults.add(Problem.of(field, "duty-not-held"));
            return;
        }
        for (String standIn : cover.to()) {
            String fault = standIn(wish, cover, standIn, from);
            AbsenceRow away = others.stream()
                    .filter(other -> other.officer().equals(standIn))
                    .findFirst()
                    .orElse(null);
            if (fault != null) {
                faults.add(Problem.of(field, fault, name(standIn)));
            } else if (away != null) {
                boolean back = names(covers.get(away.id()), wish.officer());
                faults.add(Problem.of(
                        field,
                        back ? "absence-circular" : "stand-in-away",
                        name(standIn),
                        days(away.validFrom()),
                        days(away.validTo()),
                        name(wish.officer())));
            }
        }
    }

    private @Nullable String standIn(Wish wish, Cover cover, String standIn, LocalDate from) {
        if (standIn.equals(wish.officer())) {
            return "delegate-to-oneself";
        }
        if (organisation.officer(standIn).filter(Officer::active).isEmpty()) {
            return "officer-unknown";
        }
        return organisation.worksAt(standIn, organisation.agencyOf(cover.unit()), from) ? null : "stand-in-elsewhere";
    }

    private static boolean names(@Nullable List<DelegationRow> covers, String officer) {
        return covers != null && covers.stream().anyMatch(row -> officer.equals(row.toOfficer()));
    }

    private String name(String officer) {
        return organisation.officer(officer).map(Officer::fullName).orElse(officer);
    }

    private static String days(LocalDate on) {
        return Dates.written(on);
    }
}
