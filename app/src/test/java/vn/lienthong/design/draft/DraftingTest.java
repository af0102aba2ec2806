package vn.lienthong.design.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.design.VerifyingFolders;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;

/** A published text becomes a folder that can be read at once, and a list of what a person must decide. */
class DraftingTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @TempDir
    Path directory;

    @Test
    void a_sound_text_becomes_a_folder_without_a_fault() throws IOException {
        Map<String, byte[]> folder = draft("death-registration-again");

        Procedure procedure = read(folder);

        assertThat(VerifyingFolders.findings(catalogue(), procedure.edition().ref(), Locale.ENGLISH))
                .isEmpty();
        assertThat(procedure.edition().names().vi()).isEqualTo("Đăng ký lại khai tử");
        assertThat(procedure.model().lanes())
                .extracting(lane -> lane.name())
                .containsExactly(
                        "Bộ phận Một cửa", "Công chức tư pháp - hộ tịch", "Chủ tịch Ủy ban nhân dân cấp xã", "Văn thư");
        assertThat(procedure.model().nodes())
                .filteredOn(node -> node.type().equals("userTask"))
                .extracting(node -> node.name() + " | " + node.properties().get("agency") + " | "
                        + node.properties().get("duty") + " | "
                        + node.properties().get("budget"))
                .containsExactly(
                        "Kiểm tra, tiếp nhận hồ sơ | reception | reception-officer | 4 WORKING_HOUR",
                        "Thẩm tra hồ sơ, ghi nội dung vào Sổ đăng ký khai tử | civil-status | case-officer | 3 WORKING_DAY",
                        "Ký trích lục khai tử | leadership | agency-head | 1 WORKING_DAY",
                        "Đóng dấu, phát hành | clerk | clerk | 4 WORKING_HOUR",
                        "Trả kết quả | returns | returns-officer | 60 CALENDAR_DAY");
        assertThat(text(folder, "decisions.md")).contains("## Văn bản tự mâu thuẫn (0)");
    }

    @Test
    void contradictions_and_gaps_are_put_to_a_person() throws IOException {
        String decisions = text(draft("land-transfer"), "decisions.md");

        assertThat(decisions.lines())
                .anyMatch(has("một thời hạn khác nhau", "Trực tiếp: 18 ngày làm việc", "bưu chính: 4 ngày làm việc"))
                .anyMatch(has("“10”, thiếu đơn vị", "10 WORKING_DAY"))
                .anyMatch(has("“5 ngày” là ngày theo lịch hay ngày làm việc"))
                .anyMatch(has("“khẩn trương”, không rõ bao lâu"))
                .anyMatch(has("vượt thời hạn “18 ngày làm việc”"))
                .anyMatch(has("vượt thời hạn “4 ngày làm việc”"))
                .anyMatch(has("Bước “Chỉnh lý hồ sơ địa chính, cơ sở dữ liệu đất đai” không ghi ai làm"))
                .anyMatch(has("“Chi cục Thuế huyện” nhắc đến cơ quan không còn", "Thuế cơ sở"))
                .anyMatch(has("“Ủy ban nhân dân cấp huyện”", "Ủy ban nhân dân cấp xã"))
                .anyMatch(has("“Giám đốc Sở Tài nguyên và Môi trường”", "Sở Nông nghiệp và Môi trường"))
                .anyMatch(has("Nhiều cơ quan cùng làm"))
                .anyMatch(has("“Giấy chứng nhận đã cấp” được kê hai lần"))
                .anyMatch(has("0 bản chính, 0 bản sao"))
                .anyMatch(has("(nếu có)” chỉ cần trong một số trường hợp"))
                .anyMatch(has("Hợp đồng hoặc văn bản", "cho chọn"))
                .anyMatch(has("“Theo quy định của HĐND cấp tỉnh”, không có mức"))
                .anyMatch(has("Mỗi hình thức nộp một mức thu"))
                .anyMatch(has("Có nhiều kết quả"))
                .anyMatch(has("Tên thư mục tạm đặt"))
                .anyMatch(has("Được yêu cầu bổ sung mấy lần"));
    }

    @Test
    void a_text_of_nothing_but_a_name_is_a_folder_that_runs_and_a_long_list() throws IOException {
        Map<String, byte[]> folder = draft("everything-missing");

        Procedure procedure = read(folder);

        assertThat(VerifyingFolders.findings(catalogue(), procedure.edition().ref(), Locale.ENGLISH))
                .noneMatch(finding -> finding.startsWith("ERROR"));
        assertThat(procedure.edition().ref().toString()).isEqualTo("xac-nhan-tinh-trang-nha-o/2026-12-01");
        assertThat(text(folder, "decisions.md"))
                .contains("không ghi thời hạn giải quyết", "không có trình tự", "không ghi thành phần hồ sơ")
                .contains("không ghi phí", "không có mã thủ tục", "không ghi căn cứ", "không ghi kết quả");
        assertThat(text(folder, "checklist.md")).contains("- [ ] Tờ khai (bắt buộc");
    }

    @Test
    void even_a_contradictory_text_becomes_a_folder_that_can_be_read() throws IOException {
        Procedure procedure = read(draft("land-transfer"));

        assertThat(procedure.model().nodes()).hasSizeGreaterThan(20);
        assertThat(VerifyingFolders.findings(catalogue(), procedure.edition().ref(), Locale.ENGLISH))
                .filteredOn(finding -> finding.startsWith("ERROR"))
                .allMatch(finding -> finding.contains("exceeds-"));
    }

    @Test
    void the_list_is_written_in_the_readers_language() throws IOException {
        Map<String, byte[]> folder = Drafting.folder(json("land-transfer"), TODAY, Locale.ENGLISH);

        assertThat(text(folder, "decisions.md"))
                .contains("Where the text contradicts itself", "Each channel has another");
    }

    @Test
    void every_fault_of_the_json_is_named_at_once() {
        Object tree = JsonMapper.shared().readValue("""
                {"nme": "x", "key": "Not A Key", "edition": "2026-02-31", "steps": [{"txt": "a"}, 7], "papers": "none",
                 "timeLimits": [{"limit": 5}], "agencies": [{"name": "A B", "part": "RULES"}]}
                """, Object.class);

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> Drafting.folder(tree, TODAY, VIETNAMESE));

        assertThat(refused.problems())
                .extracting(Problem::field, Problem::code)
                .contains(
                        tuple("name", "required"),
                        tuple("nme", "unknown-key"),
                        tuple("key", "not-as-described"),
                        tuple("edition", "not-a-date"),
                        tuple("steps[0].text", "required"),
                        tuple("steps[0].txt", "unknown-key"),
                        tuple("steps[1]", "not-an-object"),
                        tuple("papers", "not-a-list"),
                        tuple("timeLimits[0].limit", "not-a-text"),
                        tuple("agencies[0].part", "not-one-of"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null", "{}", "{\"name\": null}"})
    void what_is_no_text_at_all_is_refused(String json) {
        Object tree = JsonMapper.shared().readValue(json, Object.class);

        assertThat(catchThrowableOfType(InvalidInput.class, () -> Drafting.folder(tree, TODAY, VIETNAMESE))
                        .problems())
                .isNotEmpty();
    }

    @Test
    void words_that_mean_something_elsewhere_do_no_harm() throws IOException {
        Object tree = JsonMapper.shared().readValue("""
                {"name": "Thủ tục \\"lạ\\" <b> & ${legs} #{x} \\\\ {0} 'một'", "key": "odd-words", "edition": "2026-06-01",
                 "sector": "a: b", "steps": [{"text": "Tiếp nhận #1: \\"x\\"", "agency": "Phòng & <ban>: {a}"}, {"text": "???", "agency": "§§"}],
                 "papers": [{"name": "- [ ] giấy: 'x' \\" \\\\"}, {"name": "!!"}], "results": ["Quyết định ${x}"]}
                """, Object.class);

        Procedure procedure = read(Drafting.folder(tree, TODAY, VIETNAMESE));

        assertThat(procedure.edition().papers()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "05 ngày làm việc, 5 WORKING_DAY, ''",
        "18 (mười tám) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, 18 WORKING_DAY, ''",
        "5, 5 WORKING_DAY, UNIT_MISSING",
        "12 ngày, 12 CALENDAR_DAY, CALENDAR_OR_WORKING",
        "02 giờ làm việc, 2 WORKING_HOUR, ''",
        "48 giờ, 48 HOUR, ''",
        "1/2 ngày làm việc, 4 WORKING_HOUR, ''",
        "Ngay trong ngày tiếp nhận hồ sơ; nếu nhận sau 15 giờ thì trả ngày làm việc tiếp theo, 1 SAME_DAY 15:00, ''",
        "03 ngày làm việc; phải xác minh thì không quá 08 ngày làm việc, 8 WORKING_DAY, SEVERAL",
        "khẩn trương, , UNREADABLE",
        "Không quy định, , NOT_SAID",
        "'', , NOT_SAID"
    })
    void times_are_read_as_they_are_written(String written, String meant, String doubt) {
        TimeReading reading = TimeReading.of(written);

        assertThat(reading.budget() == null ? null : TimeReading.written(reading.budget()))
                .isEqualTo(meant);
        assertThat(reading.doubts()).extracting(Enum::name).isEqualTo(doubt.isEmpty() ? List.of() : List.of(doubt));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static java.util.function.Predicate<String> has(String... words) {
        return line -> List.of(words).stream().allMatch(line::contains);
    }

    private static Object json(String name) throws IOException {
        return JsonMapper.shared()
                .readValue(Files.readString(Path.of("src/test/resources/design/drafts", name + ".json")), Object.class);
    }

    private static Map<String, byte[]> draft(String name) throws IOException {
        return Drafting.folder(json(name), TODAY, VIETNAMESE);
    }

    private static String text(Map<String, byte[]> folder, String file) {
        return folder.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/" + file))
                .map(entry -> new String(entry.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private Procedure read(Map<String, byte[]> folder) throws IOException {
        for (Map.Entry<String, byte[]> file : folder.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Path shared = directory.resolve("forms/shared");
        Files.createDirectories(shared);
        try (var files = Files.list(Path.of("../forms/src/main/resources/forms/shared"))) {
            for (Path file : files.toList()) {
                Files.copy(file, shared.resolve(file.getFileName().toString()));
            }
        }
        return catalogue().all().get(0);
    }

    private Catalogue catalogue() {
        return Catalogue.read(new URLClassLoader(new URL[0], null), directory);
    }
}
