package vn.lienthong.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.command.FieldProblem;

/** Every part that pages are made of, with invented content: for looking at, not for working with. */
@Controller
@Profile({"demo", "test"})
class StylePage {

    record Event(
            String what,
            Instant at,
            String who,
            @Nullable String unit,
            @Nullable String onBehalfOf,
            @Nullable String note) {}

    record LegLine(
            String part,
            String agency,
            @Nullable String number,
            @Nullable String href,
            String state,
            String stateText,
            @Nullable DueCell due,
            @Nullable Instant finishedAt) {}

    record StepLine(String name, @Nullable String lane, String state, String stateText) {}

    record TrackerLine(
            String state,
            String name,
            String text,
            @Nullable Instant due,
            @Nullable Instant originalDue) {}

    record Row(int number, String step, String dossier, String applicant, DueCell due) {}

    @GetMapping("/design/faces")
    String show(Model model) {
        Instant friday = Instant.parse("2026-11-20T10:00:00Z");
        Instant monday = Instant.parse("2026-11-30T10:00:00Z");
        DueCell onTime = cell(monday, DueCell.State.ON_TIME, 20, 4, DueCell.Unit.WORKING_DAY);
        DueCell soon = cell(friday, DueCell.State.DUE_SOON, 85, 1, DueCell.Unit.WORKING_HOUR);
        DueCell late = cell(friday, DueCell.State.LATE, 100, 5, DueCell.Unit.WORKING_HOUR);
        DueCell moved = new DueCell(
                monday, Instant.parse("2026-11-27T10:00:00Z"), DueCell.State.PAUSED, 40, 1, DueCell.Unit.WORKING_DAY);
        model.addAttribute("cells", List.of(onTime, soon, late, moved));
        model.addAttribute(
                "identity",
                new IdentityBar(
                        "H99.12-261120-0001",
                        "Công Tằng Tôn Nữ Nguyễn Thị Thanh Hà Phương Thảo",
                        "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
                        LocalDate.parse("2025-07-01"),
                        "due-soon",
                        "Đang xử lý",
                        soon));
        model.addAttribute(
                "events",
                List.of(
                        new Event(
                                "Yêu cầu bổ sung giấy tờ",
                                friday,
                                "Phạm Hộ Tịch",
                                "Tư pháp - hộ tịch",
                                "Trần Thị Bình",
                                "Giấy báo tử chưa có dấu của cơ sở y tế.\nĐề nghị nộp lại bản chính."),
                        new Event(
                                "Tiếp nhận hồ sơ",
                                friday.minus(Duration.ofHours(8)),
                                "Lê Thị Tiếp",
                                null,
                                null,
                                null)));
        model.addAttribute(
                "legs",
                List.of(
                        new LegLine(
                                "Đăng ký khai tử",
                                "Tư pháp - hộ tịch, UBND phường An Hòa",
                                null,
                                null,
                                "on-time",
                                "Đã xong",
                                onTime,
                                friday),
                        new LegLine(
                                "Xóa đăng ký thường trú",
                                "Công an phường An Hòa",
                                "G01.H99.12-261120-0001",
                                "/dossiers/G01.H99.12-261120-0001",
                                "late",
                                "Quá hạn",
                                late,
                                null),
                        new LegLine(
                                "Chế độ tử tuất",
                                "Bảo hiểm xã hội cơ sở An Hòa",
                                "G24.H99.2-261120-0001",
                                null,
                                "paused",
                                "Chờ bổ sung",
                                moved,
                                null)));
        model.addAttribute(
                "problems",
                List.of(
                        new FieldProblem("sample-date", "future", "Ngày mất không được sau ngày tiếp nhận hồ sơ."),
                        new FieldProblem("", "nothing-selected", "Chưa chọn việc nào.")));
        model.addAttribute(
                "lines",
                List.of(
                        new TrackerLine("on-time", "Tư pháp - hộ tịch", "Đã cấp trích lục khai tử", friday, friday),
                        new TrackerLine("due-soon", "Công an phường An Hòa", "Đang xử lý", monday, friday),
                        new TrackerLine("none", "Trả kết quả", "Chưa đến", null, null)));
        model.addAttribute(
                "steps",
                List.of(
                        new StepLine("Kiểm tra và tiếp nhận hồ sơ", "Bộ phận Một cửa", "done", "Đã xong"),
                        new StepLine("Đăng ký khai tử", "Tư pháp - hộ tịch", "late", "Quá hạn"),
                        new StepLine("Ký trích lục khai tử", "Lãnh đạo UBND phường", "ahead", "Chưa đến")));
        model.addAttribute(
                "chips",
                List.of(
                        new Chip("Thủ tục: Đăng ký khai tử", "/design/faces"),
                        new Chip("Sắp đến hạn", "/design/faces")));
        List<Row> rows = new ArrayList<>();
        List<DueCell> cells = List.of(onTime, soon, late, moved);
        IntStream.rangeClosed(1, 40)
                .forEach(at -> rows.add(new Row(
                        at,
                        "Thẩm định hồ sơ và dự thảo trích lục khai tử",
                        "H99.12-261120-%04d".formatted(at),
                        at % 7 == 0 ? "Công Tằng Tôn Nữ Nguyễn Thị Thanh Hà Phương Thảo" : "Nguyễn Văn Bình",
                        cells.get(at % 4))));
        model.addAttribute("rows", rows);
        model.addAttribute("formJson", sample("form.json"));
        model.addAttribute("formData", "{}");
        return "web/faces";
    }

    @GetMapping("/design/faces/diagram.bpmn")
    ResponseEntity<String> diagram() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(sample("diagram.bpmn"));
    }

    private static DueCell cell(Instant at, DueCell.State state, int share, long amount, DueCell.Unit unit) {
        return new DueCell(at, at, state, share, amount, unit);
    }

    private static String sample(String file) {
        try {
            return new ClassPathResource("samples/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
