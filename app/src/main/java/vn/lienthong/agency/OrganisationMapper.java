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
            boolean active) {}

    record DutyRow(
            String officer,
            String unit,
            Duty duty,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record DelegationRow(
            long id,
            String fromOfficer,
            String toOfficer,
            String unit,
            Duty duty,
            LocalDate validFrom,
            LocalDate validTo,
            String documentNumber,
            @Nullable Instant revokedAt) {}
}
