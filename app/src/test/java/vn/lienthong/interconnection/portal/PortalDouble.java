package vn.lienthong.interconnection.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The national portal as its documents describe it, on this machine: strict about tokens, hashes, numbers and codes, and
 * never moved back. Does on request what networks do: answers too late, with 500, or not at all after it has done the work.
 */
final class PortalDouble implements AutoCloseable {

    static final String USER = "an-hoa";

    /** What may befall a call. */
    enum Fault {
        ERROR,
        HANG,
        LOST_ANSWER
    }

    /** A dossier as the portal has it. */
    static final class Entry {
        final Map<String, String> fields = new LinkedHashMap<>();
        final List<Integer> states = new ArrayList<>();
        final List<String> course = new ArrayList<>();
        final List<String> files = new ArrayList<>();
        final List<String> results = new ArrayList<>();
        String due = "";

        int state() {
            return states.get(states.size() - 1);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> UNITS = Set.of("H99.12", "H99.13");
    private static final Set<Integer> ENDS = Set.of(3, 7, 8, 10);

    final Map<String, Entry> dossiers = new TreeMap<>();
    final Map<String, String> files = new LinkedHashMap<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final HttpServer http;
    private volatile String password = "bi-mat";
    private String token = "";
    private int logins;
    private int drawn;

    PortalDouble() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "portal");
            thread.setDaemon(true);
            return thread;
        }));
        http.createContext("/", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/api");
    }

    /** What befalls the next calls, one after another; logins are spared. */
    synchronized void befall(Fault... next) {
        faults.addAll(Arrays.asList(next));
    }

    synchronized void forgetTokens() {
        token = "";
    }

    synchronized int logins() {
        return logins;
    }

    void password(String other) {
        password = other;
    }

    synchronized void forgetEverything() {
        dossiers.clear();
        files.clear();
        refusals.clear();
        calls.clear();
        numbers.clear();
        faults.clear();
        password = "bi-mat";
    }

    synchronized Entry only() {
        if (dossiers.size() != 1) {
            throw new AssertionError(dossiers.keySet());
        }
        return dossiers.values().iterator().next();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api".length());
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (path.equals("/token")) {
            login(exchange, new String(body, StandardCharsets.UTF_8));
            return;
        }
        Fault fault;
        Map<String, @Nullable Object> answer = Map.of();
        synchronized (this) {
            fault = faults.poll();
            if (fault != Fault.ERROR) {
                if (token.isEmpty()
                        || !("Bearer " + token)
                                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    answer(exchange, 401, Map.of("MaLoi", "401"));
                    return;
                }
                calls.add(path.substring(1));
                answer = work(path, exchange, body);
                if (!"0".equals(answer.get("MaLoi"))) {
                    refusals.add(path.substring(1) + " " + answer.get("MaLoi"));
                }
            }
        }
        if (fault == Fault.ERROR) {
            answer(exchange, 500, Map.of("MaLoi", "99"));
        } else if (fault == Fault.HANG) {
            sleep();
            exchange.close();
        } else if (fault == Fault.LOST_ANSWER) {
            exchange.close();
        } else {
            answer(exchange, 200, answer);
        }
    }

    private synchronized void login(HttpExchange exchange, String form) throws IOException {
        Map<String, String> fields = fields(form);
        if (!USER.equals(fields.get("username")) || !password.equals(fields.get("password"))) {
            answer(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        logins++;
        token = "t" + logins;
        answer(exchange, 200, Map.of("access_token", token, "expires_in", 3600));
    }

    private Map<String, @Nullable Object> work(String path, HttpExchange exchange, byte[] body) {
        return switch (path) {
            case "/GetNextValue" -> next(fields(exchange.getRequestURI().getRawQuery()));
            case "/UploadFile" ->
                upload(Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Content-Type")), body);
            case "/NoiHoSo" -> register(JSON.readTree(body));
            case "/CapNhatTienTrinh" -> progress(JSON.readTree(body));
            case "/CapNhatTrangThai" -> state(JSON.readTree(body));
            case "/TraCuuHoSo" -> list(fields(exchange.getRequestURI().getRawQuery()));
            default -> refused("KHONG_CO");
        };
    }

    private Map<String, @Nullable Object> next(Map<String, String> query) {
        String unit = Objects.requireNonNullElse(query.get("code"), "");
        if (!UNITS.contains(unit)) {
            return refused("DON_VI_KHONG_TON_TAI");
        }
        drawn++;
        String number = "G22.99-261120-%07d".formatted(drawn);
        numbers.put(number, unit);
        return fine("MaHoSo", number);
    }

    private Map<String, @Nullable Object> upload(String type, byte[] body) {
        String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String[] parts = text.split(Pattern.quote(boundary), -1);
        String hash = content(parts[1]);
        String file = content(parts[2]);
        String real = sha256(file.getBytes(StandardCharsets.ISO_8859_1));
        if (!real.equals(hash)) {
            return refused("HASH_KHONG_DUNG");
        }
        String id = "TEP-" + (files.size() + 1);
        files.put(id, real);
        return Map.of("MaLoi", "0", "IdTepTin", id, "HashTepTin", real);
    }

    private static String content(String part) {
        return part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2);
    }

    private Map<String, @Nullable Object> register(JsonNode body) {
        String number = body.path("MaHoSo").asString("");
        String unit = body.path("MaDonViTiepNhan").asString("");
        int state = body.path("TrangThai").asInt(0);
        if (!unit.equals(numbers.get(number))) {
            return refused("MA_HO_SO_KHONG_DUNG");
        }
        if (dossiers.containsKey(number)) {
            return refused("DA_TON_TAI");
        }
        for (String needed : List.of("MaTTHC", "ChuHoSo", "NgayNop", "NgayTiepNhan")) {
            if (body.path(needed).asString("").isBlank()) {
                return refused("THIEU_THONG_TIN");
            }
        }
        if (state < 1 || state > 10 || body.path("LoaiDoiTuong").asInt(-1) < 0) {
            return refused("MA_KHONG_DUNG");
        }
        Entry entry = new Entry();
        if (!attach(entry.files, body.path("ThanhPhanHoSo"))) {
            return refused("TEP_TIN_KHONG_DUNG");
        }
        body.propertyNames()
                .forEach(name -> entry.fields.put(name, body.path(name).asString("")));
        entry.due = body.path("NgayHenTra").asString("");
        entry.states.add(state);
        dossiers.put(number, entry);
        return fine("IDHoSo", number);
    }

    private boolean attach(List<String> to, JsonNode parts) {
        for (JsonNode part : parts) {
            for (JsonNode file : part.path("GiayToDinhKem")) {
                if (!known(file, "IdGiayTo")) {
                    return false;
                }
                to.add(file.path("IdGiayTo").asString());
            }
        }
        return true;
    }

    private boolean known(JsonNode file, String id) {
        return file.path("HashTepTin")
                .asString("")
                .equals(files.get(file.path(id).asString("")));
    }

    private Map<String, @Nullable Object> progress(JsonNode body) {
        Entry entry = dossiers.get(body.path("MaHoSo").asString(""));
        if (entry == null) {
            return refused("KHONG_TIM_THAY");
        }
        for (String needed : List.of("NguoiXuLy", "ThoiDiemXuLy", "PhongBanXuLy", "NoiDungXuLy", "NgayBatDau")) {
            if (body.path(needed).asString("").isBlank()) {
                return refused("THIEU_THONG_TIN");
            }
        }
        entry.course.add(body.path("NoiDungXuLy").asString());
        return fine("IDHoSo", body.path("MaHoSo").asString());
    }

    private Map<String, @Nullable Object> state(JsonNode body) {
        Entry entry = dossiers.get(body.path("MaHoSo").asString(""));
        int state = body.path("TrangThai").asInt(0);
        if (entry == null) {
            return refused("KHONG_TIM_THAY");
        }
        if (state < 1 || state > 10) {
            return refused("MA_KHONG_DUNG");
        }
        int before = entry.state();
        boolean goesOn = (before == 5 || before == 6) && state >= 2;
        if (before != state && (ENDS.contains(before) || state < before && !goesOn)) {
            return refused("LUI_TRANG_THAI");
        }
        for (JsonNode result : body.path("DanhSachKetQua")) {
            if (!known(result, "IdTepTin")) {
                return refused("TEP_TIN_KHONG_DUNG");
            }
            entry.results.add(result.path("IdTepTin").asString());
        }
        if (before != state) {
            entry.states.add(state);
        }
        entry.due = body.path("NgayHenTra").asString("");
        return fine("IDHoSo", body.path("MaHoSo").asString());
    }

    /** Two on a page, so that whoever asks has to turn it. */
    private Map<String, @Nullable Object> list(Map<String, String> query) {
        List<Map<String, Object>> all = new ArrayList<>();
        dossiers.forEach((number, entry) -> {
            String day = entry.fields.getOrDefault("NgayTiepNhan", "").substring(0, 8);
            if (entry.fields.getOrDefault("MaDonViTiepNhan", "").equals(query.get("MaDonVi"))
                    && day.compareTo(Objects.requireNonNull(query.get("TuNgay"))) >= 0
                    && day.compareTo(Objects.requireNonNull(query.get("DenNgay"))) <= 0) {
                all.add(Map.of("MaHoSo", number, "TrangThai", entry.state(), "NgayHenTra", entry.due));
            }
        });
        int page = Integer.parseInt(Objects.requireNonNull(query.get("Trang")));
        int from = Math.min(all.size(), (page - 1) * 2);
        int to = Math.min(all.size(), page * 2);
        return Map.of("MaLoi", "0", "DanhSach", all.subList(from, to), "ConNua", to < all.size());
    }

    private static Map<String, @Nullable Object> fine(String name, String value) {
        return Map.of("MaLoi", "0", name, value);
    }

    private static Map<String, @Nullable Object> refused(String code) {
        return Map.of("MaLoi", code, "ThongBao", "Không chấp nhận");
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ? extends @Nullable Object> body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            int at = pair.indexOf('=');
            fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
