import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tạo một thủ tục mới từ thư mục mẫu. Creates a new procedure from the template.
 *
 * <pre>java processes/NewProcedure.java marriage-registration 2027-01-01 "Đăng ký kết hôn"</pre>
 *
 * Needs nothing but a JDK 17. Says everything that is wrong at once and writes nothing then.
 */
public final class NewProcedure {

    private static final String TEMPLATE = "new-procedure";
    private static final String TEMPLATE_IN_IDS = "NewProcedure";
    private static final String TEMPLATE_NAME = "Thủ tục mới";
    private static final String TEMPLATE_NAME_EN = "New procedure";
    private static final String TEMPLATE_EDITION = "2000-01-01";

    /** The day on which the template's stories begin. */
    private static final String TEMPLATE_DAY = "2000-01-03";

    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_NAME = 200;
    private static final String TO = "--to=";

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private final List<String> faults = new ArrayList<>();

    private NewProcedure() {}

    public static void main(String[] args) throws IOException {
        System.exit(new NewProcedure().run(args) ? 0 : 1);
    }

    private boolean run(String[] args) throws IOException {
        List<String> plain =
                Arrays.stream(args).filter(arg -> !arg.startsWith("--")).toList();
        Path product = product();
        Path to = Arrays.stream(args)
                .filter(arg -> arg.startsWith(TO))
                .map(arg -> Path.of(arg.substring(TO.length())))
                .findFirst()
                .orElse(null);
        if (product == null) {
            fault(
                    "Không thấy thư mục processes/template: hãy chạy ở thư mục gốc của dự án.",
                    "There is no processes/template here: run this in the root of the project.");
        }
        Arrays.stream(args)
                .filter(arg -> arg.startsWith("--") && !arg.startsWith(TO))
                .forEach(arg -> fault("Không có tùy chọn %s.".formatted(arg), "There is no option %s.".formatted(arg)));
        if (plain.size() != 3) {
            fault(
                    "Cần đúng ba mục: tên thư mục, ngày bắt đầu áp dụng và tên tiếng Việt. "
                            + "Ví dụ: java processes/NewProcedure.java marriage-registration 2027-01-01 \"Đăng ký kết hôn\"",
                    "Three things are needed: key, day of effect and Vietnamese name, as in the line above.");
        }
        String key = plain.isEmpty() ? "" : plain.get(0);
        String edition = plain.size() < 2 ? "" : plain.get(1);
        String name = plain.size() < 3 ? "" : plain.get(2).strip();
        checkKey(key, plain.isEmpty());
        LocalDate day = day(edition, plain.size() < 2);
        checkName(name, plain.size() < 3);
        Path procedures = null;
        Path forms = null;
        if (product != null) {
            procedures = (to == null ? product.resolve("processes/src/main/resources") : to).resolve("procedures/" + key);
            forms = (to == null ? product.resolve("forms/src/main/resources") : to).resolve("forms/" + key);
            for (Path folder : key.isEmpty() ? List.<Path>of() : List.of(procedures, forms)) {
                if (Files.exists(folder)) {
                    fault(
                            "Đã có %s. Chọn tên khác; muốn ra ấn bản mới thì chép thư mục ngày của thủ tục đó.".formatted(folder),
                            "%s is there already. Choose another key; for a new edition copy that procedure's dated folder."
                                    .formatted(folder));
                }
            }
        }
        if (!faults.isEmpty() || procedures == null || forms == null || day == null) {
            ERR.println("Chưa tạo gì cả. · Nothing was created.");
            faults.forEach(fault -> ERR.println("  - " + fault));
            return false;
        }
        write(product, procedures.resolve(edition), forms.resolve(edition), new Names(key, name, day));
        OUT.printf("""
                Đã tạo %s
                và     %s
                Chạy được ngay. Việc tiếp theo:
                  1. Sửa các dòng có chữ SỬA trong procedure.yml; mở %s.bpmn bằng Camunda Modeler.
                  2. Soát và kể kịch bản:  mvn test -Dprocedure=%s
                  3. Xem sơ đồ đã tô:      app/target/scenarios/index.html
                Hướng dẫn: docs/for-designers/README.md · Created; it runs as it is. The guide tells what comes next.
                """, procedures.resolve(edition), forms.resolve(edition), key, key);
        return true;
    }

    private void fault(String vietnamese, String english) {
        faults.add(vietnamese + " · " + english);
    }

    private void checkKey(String key, boolean missing) {
        if (missing) {
            return;
        }
        if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || key.length() > LONGEST_KEY) {
            fault(
                    "Tên thư mục “%s” phải là chữ thường không dấu, số và gạch nối, bắt đầu bằng chữ, nhiều nhất %d ký tự; ví dụ marriage-registration."
                            .formatted(key, LONGEST_KEY),
                    "The key must be lower-case letters, digits and hyphens, begin with a letter and have %d characters at most."
                            .formatted(LONGEST_KEY));
        } else if (key.equals("shared") || key.equals(TEMPLATE)) {
            fault("Tên “%s” để dành cho hệ thống.".formatted(key), "The key “%s” is reserved.".formatted(key));
        }
    }

    private LocalDate day(String edition, boolean missing) {
        if (missing) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(edition);
            if (edition.length() == 10 && day.getYear() >= 2000 && day.getYear() < 2100) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Told below.
        }
        fault(
                "Ngày bắt đầu áp dụng “%s” không đúng; viết năm-tháng-ngày, ví dụ 2027-01-01.".formatted(edition),
                "“%s” is no day; write year-month-day, as in 2027-01-01.".formatted(edition));
        return null;
    }

    private void checkName(String name, boolean missing) {
        if (missing) {
            return;
        }
        if (name.contains("\uFFFD") || name.chars().anyMatch(Character::isISOControl)) {
            fault(
                    "Tên tiếng Việt đọc không được: cửa sổ lệnh không dùng UTF-8. Đặt LANG=C.UTF-8 (Windows: chcp 65001) rồi chạy lại.",
                    "The name cannot be read: this terminal is not UTF-8. Set LANG=C.UTF-8 (Windows: chcp 65001) and try again.");
        } else if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fault(
                    "Tên tiếng Việt phải có từ 1 đến %d ký tự.".formatted(LONGEST_NAME),
                    "The Vietnamese name must have 1 to %d characters.".formatted(LONGEST_NAME));
        } else if (name.contains("${") || name.contains("#{")) {
            fault("Tên không được chứa ${ hoặc #{.", "The name must not contain ${ or #{.");
        }
    }

    /** The root of the project: here or further up. */
    private static Path product() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("processes/template"))) {
                return at;
            }
        }
        return null;
    }

    /** What the template's names become, in files of every kind. */
    private record Names(String key, String name, LocalDate day) {

        String in(String file, String text) {
            String written = file.endsWith(".bpmn")
                    ? name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                    : file.endsWith(".yml")
                            ? name.replace("\\", "\\\\").replace("\"", "\\\"")
                            : name.replace("\\", "\\\\");
            LocalDate firstMonday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            return text.replace(TEMPLATE_NAME_EN, english())
                    .replace(TEMPLATE_IN_IDS, inIds())
                    .replace(TEMPLATE, key)
                    .replace(TEMPLATE_EDITION, day.toString())
                    .replace(TEMPLATE_DAY, firstMonday.toString())
                    .replace(TEMPLATE_NAME, written);
        }

        /** Until somebody translates it: the key's own words. */
        private String english() {
            String words = key.replace('-', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }

        private String inIds() {
            return Arrays.stream(key.split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
        }
    }

    private static void write(Path product, Path procedure, Path forms, Names names) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        collect(product.resolve("processes/template"), procedure, names, files);
        collect(product.resolve("forms/template"), forms, names, files);
        Files.createDirectories(procedure);
        Files.createDirectories(forms);
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static void collect(Path from, Path to, Names names, Map<Path, String> files) throws IOException {
        try (var all = Files.list(from)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                files.put(to.resolve(name.replace(TEMPLATE, names.key())), names.in(name, Files.readString(file)));
            }
        }
    }
}
