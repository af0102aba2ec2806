package vn.lienthong.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface OrganisationMapper {

    long revision();

    List<UnitRow> units();

    List<CompetenceRow> competences();

    List<OfficerRow> officers();

    List<DutyRow> duties();

    List<DelegationRow> delegations();

    /** @return the new delegation's id */
    long delegate(DelegationRow delegation);

    int revoke(long id, Instant at);

    /** In the order of their names; until the transaction ends nobody else decides about their absence. */
    List<String> lock(String[] officers);

    /** @return the new absence's id */
    long declare(AbsenceRow absence);

    /** Absences that have not ended before that day, and what was revoked of them; the earliest first. */
    List<AbsenceRow> absences(LocalDate since);

    @Nullable AbsenceRow absence(long id);

    /** What belongs to these absences. */
    List<DelegationRow> covers(Long[] absences);

    int revokeAbsence(long id, Instant at, String by);

    int revokeCovers(long absence, Instant at);

    record UnitRow(
            String code,
            String nameVi,
            String nameEn,
            UnitKind kind,
            @Nullable String parent,
            @Nullable String identifierCode,
            @Nullable String calendar,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String succeededBy,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {}

    record CompetenceRow(
            String role,
            String area,
            String unit,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record OfficerRow(
            String username,
            String fullName,
            @Nullable String email,
            @Nullable String phone,
            String locale,
            boolean active,
            @Nullable Instant passwordChangedAt) {}

    record DutyRow(
            String officer,
            String unit,
            Duty duty,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** @param toOfficer null when the work goes back to the queue of the post */
    record DelegationRow(
            long id,
            String fromOfficer,
            @Nullable String toOfficer,
            String unit,
            Duty duty,
            LocalDate validFrom,
            LocalDate validTo,
            String documentNumber,
            @Nullable Instant revokedAt,
            @Nullable Long absence) {

        boolean counts(Instant at) {
            return Dates.within(Dates.dayOf(at), validFrom, validTo) && (revokedAt == null || at.isBefore(revokedAt));
        }
    }

    record AbsenceRow(
            long id,
            String officer,
            LocalDate validFrom,
            LocalDate validTo,
            String documentNumber,
            String reason,
            String enteredBy,
            Instant enteredAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy) {

        boolean overlaps(LocalDate from, LocalDate to) {
            return revokedAt == null && !validFrom.isAfter(to) && !validTo.isBefore(from);
        }
    }
}
