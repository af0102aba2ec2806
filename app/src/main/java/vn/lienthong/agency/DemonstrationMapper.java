package vn.lienthong.agency;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Adds what is missing; leaves what is there. */
@Mapper
interface DemonstrationMapper {

    int unit(DemonstrationOrganisation.Unit unit, @Nullable String parent, LocalDate validFrom);

    int competence(String role, String area, String unit, LocalDate validFrom);

    boolean knowsOfficer(String username);

    int officer(String username, String fullName, @Nullable String email, String passwordHash);

    int duty(String officer, String unit, Duty duty, LocalDate validFrom);
}
