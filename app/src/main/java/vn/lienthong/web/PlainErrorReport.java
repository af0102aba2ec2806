package vn.lienthong.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What is so broken that the server refuses it before the product sees it. In both languages, because nothing tells which one
 * is read; without the server's name and without what was sent. The server makes it by its name: no bean.
 */
public final class PlainErrorReport extends ErrorReportValve {

    private record Words(String vi, String en) {}

    private static final Words BAD = new Words(
            "Yêu cầu không đọc được. Vui lòng kiểm tra lại địa chỉ hoặc nội dung rồi gửi lần nữa.",
            "The request could not be read. Please check the address or what was sent and try again.");

    private static final Words FAILED = new Words(
            "Hệ thống gặp lỗi, việc vừa rồi chưa được ghi nhận. Vui lòng thử lại.",
            "Something went wrong here; nothing was recorded. Please try again.");

    private static final Map<Integer, Words> OTHERS = Map.of(
            404,
            new Words("Không tìm thấy nội dung này.", "There is nothing here."),
            413,
            new Words(
                    "Dữ liệu gửi lên quá lớn. Vui lòng chia nhỏ hoặc giảm dung lượng rồi gửi lại.",
                    "What was sent is too large. Please send less at a time."));

    /** The product's own come from its security chains, which were not reached. */
    private static final Map<String, String> GUARDS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; form-action 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Words words = OTHERS.getOrDefault(status, status < 500 ? BAD : FAILED);
        String path = request.getRequestURI();
        boolean program = path != null && (path.startsWith("/api/") || path.startsWith("/engine-rest/"));
        try {
            response.setContentType(program ? "application/problem+json" : "text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            GUARDS.forEach(response::setHeader);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(program ? json(status, words) : page(words));
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Whoever asked is not there any more.
        }
    }

    private static String page(Words words) {
        return """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><title>Liên Thông</title></head>
                <body><main><h1>Liên Thông</h1><p>%s</p><p lang="en">%s</p></main></body></html>
                """.formatted(words.vi(), words.en());
    }

    private static String json(int status, Words words) {
        return """
                {"type":"urn:lienthong:problem:http-%1$d","title":"%2$s","status":%1$d,"detail":"%2$s %3$s",\
                "code":"http-%1$d","problems":[],"message":"%3$s"}""".formatted(status, words.vi(), words.en());
    }
}
