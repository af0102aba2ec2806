package vn.lienthong.interconnection.portal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.EngineClock;

/** Puts what the portal is told into its own words and fields. */
@Component
class Composing {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private static final Map<String, Integer> CHANNELS = Map.of("COUNTER", 1, "ONLINE", 2, "POST", 3);

    private final PortalSettings settings;
    private final PapersForThePortal papers;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final MessageSource words;

    Composing(
            PortalSettings settings,
            PapersForThePortal papers,
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            MessageSource words) {
        this.settings = settings;
        this.papers = papers;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.words = words;
    }

    static String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(EngineClock.ZONE));
    }

    /** NoiHoSo. */
    Map<String, @Nullable Object> registration(PortalMapper.Known known, Call call, @Nullable Instant dueAt) {
        Dossiers.Summary dossier = dossiers.get(new DossierNumber(call.dossier()));
        Edition edition = catalogue.edition(dossier.process());
        String key = dossier.process().procedure();
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("MaHoSo", known.number());
        body.put("MaHoSoNoiBo", call.dossier());
        body.put("MaTTHC", edition.code());
        body.put("TenTTHC", edition.names().in(VIETNAMESE));
        body.put("MaDichVuCong", settings.services().getOrDefault(key, edition.code()));
        body.put("LoaiDoiTuong", settings.subjects().getOrDefault(key, 0));
        body.put("MaDonViTiepNhan", known.code());
        body.put("KenhThucHien", CHANNELS.get(dossier.channel().name()));
        body.put("ChuHoSo", dossier.applicant().fullName());
        body.put("NgayNop", moment(dossier.submittedAt()));
        body.put("NgayTiepNhan", moment(dossier.receivedAt()));
        body.put("NgayHenTra", moment(dueAt));
        body.put("TrangThai", call.state());
        body.put("ThanhPhanHoSo", papers.handedIn(dossier.number()));
        body.put("ThongTinNguoiNop", applicant(dossier));
        return body;
    }

    private static Map<String, @Nullable Object> applicant(Dossiers.Summary dossier) {
        Map<String, @Nullable Object> who = new LinkedHashMap<>();
        who.put("HoTen", dossier.applicant().fullName());
        who.put("SoDinhDanh", dossier.applicant().identityNumber());
        who.put("SoDienThoai", dossier.applicant().phone());
        who.put("Email", dossier.applicant().email());
        who.put("MaXa", dossier.area());
        who.put("TenChuHs", dossier.applicant().fullName());
        who.put("SoDinhDanhChuHs", dossier.applicant().identityNumber());
        return who;
    }

    /** CapNhatTrangThai. */
    Map<String, @Nullable Object> state(PortalMapper.Known known, Call call, @Nullable Instant dueAt) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("MaHoSo", known.number());
        body.put("TrangThai", call.state());
        body.put("ThoiDiem", moment(call.at()));
        body.put("NgayHenTra", moment(dueAt));
        var number = new DossierNumber(call.dossier());
        body.put("ThanhPhanHoSo", papers.handedIn(number));
        body.put("DanhSachKetQua", papers.results(number));
        return body;
    }

    /** CapNhatTienTrinh. */
    Map<String, @Nullable Object> progress(PortalMapper.Known known, Call call, Call.Progress progress) {
        Dossiers.Summary root = dossiers.get(new DossierNumber(call.dossier()));
        Dossiers.Summary own =
                progress.dossier().equals(call.dossier()) ? root : dossiers.get(new DossierNumber(progress.dossier()));
        Optional<Leg> leg = root.legs().stream()
                .filter(part ->
                        part.leg().equals(progress.leg()) || progress.dossier().equals(part.number()))
                .findFirst()
                .or(root::founding);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("MaHoSo", known.number());
        body.put("NguoiXuLy", officer(progress.officer()));
        body.put("ThoiDiemXuLy", moment(call.at()));
        body.put(
                "PhongBanXuLy",
                organisation
                        .unit(progress.unit() == null ? own.unit() : progress.unit())
                        .name(VIETNAMESE));
        body.put("NoiDungXuLy", content(progress, own, root));
        body.put("TrangThai", root.state().code());
        body.put("NgayBatDau", moment(leg.map(Leg::startedAt).orElse(root.receivedAt())));
        body.put("NgayKetThucTheoQuyDinh", moment(leg.map(Leg::dueAt).orElse(root.promisedAt())));
        return body;
    }

    private String content(Call.Progress progress, Dossiers.Summary own, Dossiers.Summary root) {
        String what = Objects.requireNonNullElse(
                words.getMessage("dossier.event." + progress.what(), null, progress.what(), VIETNAMESE), "");
        if (progress.step() != null) {
            Procedure procedure = catalogue.procedure(own.process());
            return what + ": " + procedure.name(progress.step(), VIETNAMESE);
        }
        return progress.leg() == null
                ? what
                : what + ": " + catalogue.procedure(root.process()).nameOfLeg(progress.leg(), VIETNAMESE);
    }

    private String officer(@Nullable String username) {
        return username == null
                ? words.getMessage("web.timeline.system", null, VIETNAMESE)
                : organisation.officer(username).map(Officer::fullName).orElse(username);
    }
}
