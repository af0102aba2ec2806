package vn.lienthong.agency;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import vn.lienthong.command.Refused;

/** No unit answers for a role in an area on a day: the dossier needs a person to say where it belongs. */
public class NoCompetentUnit extends Refused {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public NoCompetentUnit(String role, String area, LocalDate on) {
        super(
                "no-competent-unit",
                Map.of("role", role, "area", area, "on", on.toString()),
                role,
                area,
                on.format(DATE));
    }
}
