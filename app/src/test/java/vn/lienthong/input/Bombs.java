package vn.lienthong.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import vn.lienthong.document.inspection.SampleFiles;

/** What cannot stand in a readable table: large things, deep things, and files. */
final class Bombs {

    private static final int MEGABYTE = 1 << 20;

    private Bombs() {}

    /** @param name the kind, after a blank its size where it has one */
    static byte[] make(String name) {
        String[] parts = name.split(" ");
        int size = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return switch (parts[0]) {
            case "pdf" -> SampleFiles.pdf("x");
            case "pdf-script" ->
                pdf(it -> it.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
            case "pdf-launch" -> pdf(it -> it.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
            case "pdf-embedded" ->
                pdf(it -> it.getDocumentCatalog()
                        .getCOSObject()
                        .setItem(COSName.EMBEDDED_FILES, new org.apache.pdfbox.cos.COSDictionary()));
            case "pdf-pages" ->
                pdf(it -> {
                    for (int page = 1; page < size; page++) {
                        it.addPage(new PDPage());
                    }
                });
            case "pdf-stream" -> pdfWithStream(size);
            case "pdf-half" -> Arrays.copyOf(SampleFiles.pdf("x"), 300);
            case "pdf-behind-html" -> joined(text("<script>alert(1)</script>"), SampleFiles.pdf("x"));
            case "png-huge" -> png(size, size);
            case "png" -> SampleFiles.image("png", 8, 8);
            case "gif-script" -> text("GIF89a/*<script>alert(1)</script>*/");
            case "svg-script" ->
                text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>");
            case "html" -> text("<!doctype html><script>alert(document.cookie)</script>");
            case "exe" -> text("MZ\u0090\0\3\0\0\0This program cannot be run in DOS mode.");
            case "office" -> zip("[Content_Types].xml", text("<Types/>"));
            case "office-bomb" -> zip("xl/worksheets/sheet1.xml", new byte[size * MEGABYTE]);
            case "zip-bomb" -> zip("procedure.yml", new byte[size * MEGABYTE]);
            case "zip-slip" -> zip("../../../../etc/cron.d/x", text("* * * * * root true"));
            case "half-zip" -> Arrays.copyOf(zip("procedure.yml", new byte[2000]), 60);
            case "zip-many" -> zipOfMany(size);
            case "gzip-bomb" -> gzip(size * MEGABYTE);
            case "zeros" -> new byte[size * MEGABYTE];
            case "letters" -> filled(size * MEGABYTE, 'a');
            case "json-deep" -> text("[".repeat(size) + "]".repeat(size));
            case "json-deep-data" ->
                text("{\"procedure\":\"death-registration\",\"channel\":\"COUNTER\",\"data\":" + "{\"a\":".repeat(size)
                        + "1" + "}".repeat(size) + "}");
            case "json-wide" -> text("{\"procedure\":\"death-registration\",\"data\":{" + keys(size) + "}}");
            case "json-number" -> text("{\"score\":" + "9".repeat(size) + "}");
            case "json-long" -> text("{\"reason\":\"" + "x".repeat(size * MEGABYTE) + "\"}");
            case "laughs" -> text(laughs());
            case "entity-file" ->
                text("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
                        + "<process id=\"bad\" name=\"&x;\" isExecutable=\"true\"/></definitions>");
            case "entity-parameter" ->
                text("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;]>"
                        + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>");
            case "external-dtd" ->
                text("<?xml version=\"1.0\"?><!DOCTYPE definitions SYSTEM \"http://127.0.0.1:9/x.dtd\">"
                        + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>");
            case "xml-deep" ->
                text("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">" + "<a>".repeat(size)
                        + "</a>".repeat(size) + "</definitions>");
            case "yaml-laughs" -> text(yamlLaughs());
            case "yaml-tag" ->
                text("code: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:9/\"]]\n");
            case "yaml-deep" -> text("code: " + "[".repeat(size) + "]".repeat(size) + "\n");
            case "groovy" -> text(String.join(" ", Arrays.copyOfRange(parts, 1, parts.length)));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] pdf(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.on(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page whose content unfolds to so many megabytes. */
    private static byte[] pdfWithStream(int megabytes) {
        return pdf(document -> {
            var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] blanks = filled(MEGABYTE, ' ');
                for (int i = 0; i < megabytes; i++) {
                    out.write(blanks);
                }
            }
            document.getPage(0).setContents(stream);
        });
    }

    /** The header says so many pixels; the pixels are not there. */
    private static byte[] png(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put(text("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(header);
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + header.length + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put(header).putInt((int) crc.getValue());
        return png.array();
    }

    private static byte[] zip(String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zipOfMany(int entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry("f" + i + ".yml"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(int size) {
        var out = new ByteArrayOutputStream();
        try (DeflaterOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(new byte[size]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String laughs() {
        var dtd = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE definitions [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            dtd.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return dtd + "]><definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"bad\" "
                + "name=\"&a11;\"/></definitions>";
    }

    private static String yamlLaughs() {
        var yaml = new StringBuilder("a0: &a0 [ha, ha, ha]\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return yaml.toString();
    }

    private static String keys(int count) {
        var keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        return keys.toString();
    }

    private static byte[] filled(int size, char letter) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Change {
        void on(PDDocument document) throws IOException;
    }
}
