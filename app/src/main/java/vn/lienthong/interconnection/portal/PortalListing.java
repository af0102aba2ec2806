package vn.lienthong.interconnection.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.interconnection.outbox.NotTaken;
import vn.lienthong.workflow.EngineClock;

/** Asks the portal what it knows, page by page. */
@Component
class PortalListing {

    /** A portal that always says there is more must not keep us for ever. */
    private static final int MOST_PAGES = 200;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final PortalClient client;

    PortalListing(PortalClient client) {
        this.client = client;
    }

    /** What the portal knows of a dossier. */
    record Entry(
            String number, DossierState state, @Nullable Instant dueAt) {}

    List<Entry> received(String code, LocalDate from, LocalDate until) throws PortalSilent {
        List<Entry> entries = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode answer = page(code, from, until, page);
            for (JsonNode line : answer.path("DanhSach")) {
                entries.add(entry(line));
            }
            if (!answer.path("ConNua").asBoolean(false)) {
                return entries;
            }
        }
        throw new PortalSilent("too many pages");
    }

    private JsonNode page(String code, LocalDate from, LocalDate until, int page) throws PortalSilent {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("MaDonVi", code);
        query.put("TuNgay", DAY.format(from));
        query.put("DenNgay", DAY.format(until));
        query.put("Trang", Integer.toString(page));
        try {
            return client.read(client.get("/TraCuuHoSo", query, UUID.randomUUID()));
        } catch (NotTaken e) {
            throw new PortalSilent(e.why());
        }
    }

    private static Entry entry(JsonNode line) throws PortalSilent {
        int state = line.path("TrangThai").asInt(0);
        if (state < 1 || state > DossierState.values().length) {
            throw new PortalSilent("an answer that cannot be read");
        }
        return new Entry(
                line.path("MaHoSo").asString(""),
                DossierState.ofCode(state),
                moment(line.path("NgayHenTra").asString("")));
    }

    private static @Nullable Instant moment(String text) throws PortalSilent {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDateTime.parse(text, MOMENT).atZone(EngineClock.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new PortalSilent("an answer that cannot be read");
        }
    }
}
